call caveat#Define('text')
