call caveat#Define('html')
