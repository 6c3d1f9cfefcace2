// The page that searches.
