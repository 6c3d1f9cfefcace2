// The index of the site, asked by ranges: what has the words of a query, in order.
