// Words of another page than the one that is asked for would only be in the way while the program opens that.
if (/^#\/./.test(location.hash)) document.documentElement.dataset.opening = "";
