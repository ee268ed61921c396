// The only script of these pages, which are whole without it: it filters a timeline where it stands, and tells the page
// around an embedded timeline how high that is.
(() => {
  "use strict"

  const nav = document.querySelector(".filters")
  if (nav) startFilters(nav)
  if (document.body.classList.contains("page-embed") && window.parent !== window) startResizing()

  function startFilters(nav) {
    const links = [...nav.querySelectorAll("a")]
    const months = [...document.querySelectorAll(".month")]
    const entries = [...document.querySelectorAll(".entry")]
    const name = document.getElementById("filter_name")
    const count = document.getElementById("filter_count")
    const status = nav.querySelector("[role=status]")
    const isWhole = entries.some(entry => "who" in entry.dataset)
    const loaded = location.pathname
    const heading = name.parentNode.firstChild.data
    const title = document.title
    let shown = loaded

    // A page that is itself the part of a timeline leads to the others by its links. It may stand at the address of
    // another page after “back”, where it was loaded in the midst of these.
    if (!isWhole) {
      window.addEventListener("popstate", () => { if (location.pathname !== loaded) location.reload() })
      return
    }

    nav.addEventListener("click", event => {
      const link = event.target.closest("a")
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      if (link.pathname === shown) return
      history.pushState(null, "", link.href)
      show(link)
    })
    window.addEventListener("popstate", () => {
      if (location.pathname !== shown) show(links.find(link => link.pathname === location.pathname) || links[0])
    })

    function show(link) {
      const { who, issue } = link.dataset
      const isAll = !who && !issue
      for (const entry of entries) {
        const whose = (entry.dataset.who || "").split(" ")
        entry.hidden = !(isAll || (who ? whose.includes(who) : entry.dataset.issue === issue))
      }
      for (const month of months) month.hidden = !month.querySelector(".entry:not([hidden])")
      for (const other of links) other.removeAttribute("aria-current")
      link.setAttribute("aria-current", "page")
      name.textContent = isAll ? "" : nav.dataset.colon + link.textContent
      count.textContent = link.dataset.count
      status.textContent = (isAll ? heading : link.textContent) + nav.dataset.colon + link.dataset.count
      document.title = isAll ? title : `${link.textContent} – ${title}`
      shown = location.pathname
    }
  }

  function startResizing() {
    // Any page may be the one around; it learns a number.
    const tell = () => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
      window.parent.postMessage({ type: "dateline:height", height }, "*")
    }
    window.addEventListener("load", tell)
    new ResizeObserver(tell).observe(document.documentElement)
  }
})()
