call caveat#Define('mdx')
