call caveat#Define('markdown')
