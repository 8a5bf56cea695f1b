// The prerendered home page is hidden while the program opens another page, the one that the fragment names.
if (/^#\/./.test(location.hash)) document.documentElement.dataset.opening = "";
