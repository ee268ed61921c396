// A script of the site’s own stands for the built-in one.
