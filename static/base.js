// The build writes this script into each page. It runs before anything is fetched.
//
// Some hosts answer the address of a folder without its final slash. The base of a page is relative to its folder, so it
// would lead one folder too far up there.
(function () {
  var base = document.querySelector("base");
  if (/\/(index\.html)?$/.test(location.pathname)) return;
  base.href = new URL(base.getAttribute("href"), location.origin + location.pathname + "/").href;
})();
