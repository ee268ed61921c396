// What a preview adds to every page: it puts what has changed in place, shows what is wrong, and has a small bar with a
// day to look at the site as of.
(() => {
  "use strict"

  let { version } = document.currentScript.dataset
  // The page as the server sent it: whole, and before scripts that are put off until then go to work.
  let source = null
  let asOf = null
  document.addEventListener("readystatechange", start, { once: true })

  function start() {
    source = document.documentElement.cloneNode(true)
    document.documentElement.append(host)
    port.start?.()
    report("hello")
  }

  // MARK: What the server says

  const port = typeof SharedWorker === "undefined"
    ? new Worker("/.dateline/worker.js")
    : new SharedWorker("/.dateline/worker.js", { name: "dateline preview" }).port
  const report = type => port.postMessage({ type, page: location.pathname + location.search, version })

  port.addEventListener("message", ({ data }) => {
    if (data.type === "state") {
      showErrors(data.state)
      showBar(data.state)
      const { follow } = data.state
      if (data.isNew && follow && !document.hidden && window.parent === window && location.pathname !== follow) {
        location.assign(follow)
      }
    } else {
      update(data)
    }
  })
  window.addEventListener("pagehide", () => report("bye"))
  window.addEventListener("pageshow", event => { if (event.persisted) report("hello") })
  window.addEventListener("popstate", () => report("hello"))

  function update(page) {
    const { pathname } = new URL(page.url)
    if (pathname !== location.pathname) return location.replace(page.url)
    const parsed = new DOMParser().parseFromString(page.html, "text/html").documentElement
    const isPatched = version !== "none" && page.version !== "none" && patchAll(source, parsed)
    if (!isPatched) return location.reload()
    source = parsed
    version = page.version
    report("hello")
    document.dispatchEvent(new CustomEvent("dateline:updated"))
  }

  // MARK: Putting changes in place

  // What differs between two versions of the source is done to the page as it stands, so that whatever readers and
  // scripts have done to the rest of it stays: scroll, focus, what is unfolded. It is found out before any of it is
  // done; where scripts are at work on elements that come or go, or the page is no longer built like its source, it has
  // to be loaded again.
  const leaving = new WeakSet()
  const kids = node => [...node.childNodes].filter(child => child !== host && !leaving.has(child))

  function patchAll(before, after) {
    const steps = []
    const hasScripts = [before, after].some(root => [...root.querySelectorAll("script")].some(runs))
    if (!plan(document.documentElement, before, after, steps, hasScripts)) return false
    for (const step of steps) step()
    return true
  }

  const runs = element => element.dataset.version === undefined && !/json/.test(element.type)

  function plan(live, before, after, steps, hasScripts) {
    if (before.isEqualNode(after)) return true
    if (live.nodeName !== before.nodeName) return false
    if (live.nodeType !== Node.ELEMENT_NODE) {
      steps.push(() => { live.data = after.data })
      return true
    }
    if (live.nodeName === "SCRIPT" && runs(live)) return false
    planAttributes(live, before, after, steps)

    const [lives, olds, news] = [live, before, after].map(kids)
    if (lives.length !== olds.length) return false
    let start = 0
    while (start < olds.length && start < news.length && olds[start].isEqualNode(news[start])) start += 1
    let [oldEnd, newEnd] = [olds.length, news.length]
    while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) {
      oldEnd -= 1
      newEnd -= 1
    }
    const isSameShape = oldEnd === newEnd
      && olds.slice(start, oldEnd).every((child, index) => isCounterpart(child, news[start + index]))
    if (isSameShape) {
      for (let index = start; index < oldEnd; index += 1) {
        if (!plan(lives[index], olds[index], news[index], steps, hasScripts)) return false
      }
      return true
    }
    if (hasScripts && live.closest("body")) return false
    steps.push(() => {
      const next = lives[oldEnd] || null
      for (const child of lives.slice(start, oldEnd)) child.remove()
      for (const child of news.slice(start, newEnd)) live.insertBefore(document.importNode(child, true), next)
    })
    return true
  }

  const isCounterpart = (one, other) => one.nodeName === other.nodeName && (one.id || "") === (other.id || "")

  function planAttributes(live, before, after, steps) {
    if (live.nodeName === "LINK" && live.rel === "stylesheet" && before.href !== after.href) {
      return steps.push(() => swap(live, after))
    }
    for (const { name } of before.attributes) {
      if (!after.hasAttribute(name)) steps.push(() => live.removeAttribute(name))
    }
    for (const { name, value, namespaceURI } of after.attributes) {
      if (before.getAttribute(name) !== value) steps.push(() => live.setAttributeNS(namespaceURI, name, value))
    }
  }

  // The old stylesheet stays until the new one is there.
  function swap(live, after) {
    const next = document.importNode(after, true)
    leaving.add(live)
    next.addEventListener("load", () => live.remove())
    next.addEventListener("error", () => live.remove())
    live.after(next)
  }

  // MARK: The bar and what is wrong

  const host = document.createElement("dateline-preview")
  const shadow = host.attachShadow({ mode: "open" })
  const style = new CSSStyleSheet()
  style.replaceSync(`
    :host { all: initial; color-scheme: dark; font: 14px/1.4 system-ui, sans-serif; }
    [hidden] { display: none !important; }
    .bar, .errors { position: fixed; z-index: 2147483647; box-sizing: border-box; color: #fff; background: #1b1b1f;
      border: 1px solid #77777f; }
    .bar { right: 8px; bottom: 8px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 4px 8px;
      max-width: calc(100vw - 16px); border-radius: 6px; opacity: .9; }
    .bar:hover, .bar:focus-within { opacity: 1; }
    .bar .note { color: #ffd479; }
    label { display: flex; align-items: center; gap: 6px; }
    input, button { font: inherit; color: #fff; background: #2e2e34; border: 1px solid #8c8c96; border-radius: 4px;
      padding: 2px 6px; min-height: 26px; min-width: 26px; box-sizing: border-box; }
    button { flex: none; cursor: pointer; }
    :focus-visible { outline: 2px solid #8ab4ff; outline-offset: 1px; }
    .errors { inset: auto 0 0 0; max-height: 75vh; overflow: auto; padding: 12px 16px 52px; border-width: 3px 0 0;
      border-color: #ff6b6b; }
    .errors header { display: flex; justify-content: space-between; align-items: start; gap: 16px; }
    h2 { margin: 0 0 8px; font-size: 16px; }
    pre { margin: 0 0 12px; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media print { .bar, .errors { display: none; } }
    @media (forced-colors: active) { .bar, .errors { border-color: CanvasText; } }
  `)
  shadow.adoptedStyleSheets = [style]

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  const title = element("h2", { id: "title" })
  const list = element("div")
  const hide = element("button", { type: "button", textContent: "Hide" })
  const errors = element(
    "section", { className: "errors", hidden: true, tabIndex: 0 }, element("header", {}, title, hide), list)
  errors.setAttribute("role", "alert")
  errors.setAttribute("aria-labelledby", "title")
  errors.lang = "en"
  hide.addEventListener("click", () => { errors.hidden = true })

  const day = element("input", { type: "date" })
  const reset = element("button", { type: "button", textContent: "Now" })
  const note = element("span", { className: "note" })
  const fold = element("button", { type: "button" })
  const tools = element("label", {}, "As of", day)
  const bar = element("div", { className: "bar", lang: "en" }, note, tools, reset, fold)
  bar.setAttribute("role", "group")
  bar.setAttribute("aria-label", "Preview")
  errors.dir = bar.dir = "ltr"
  shadow.append(errors, bar)

  const cookie = `dateline-as-of-${location.port}`
  const chosen = () => document.cookie.split("; ").find(pair => pair.startsWith(cookie + "="))?.slice(cookie.length + 1)

  // The day is kept for as long as the browser is open, for all pages of this preview.
  function choose(value) {
    document.cookie = `${cookie}=${value}; path=/; samesite=strict${value ? "" : "; max-age=0"}`
    location.reload()
  }
  // While a year is typed, each digit makes a day.
  let typing = 0
  const chooseTyped = () => { if (day.value > "1000" && day.value !== asOf) choose(day.value) }
  day.addEventListener("change", () => {
    clearTimeout(typing)
    typing = setTimeout(chooseTyped, 700)
  })
  day.addEventListener("keydown", event => { if (event.key === "Enter") chooseTyped() })
  reset.addEventListener("click", () => choose(""))

  const isFolded = () => sessionStorage.getItem("dateline-bar") === "folded"
  function showFolded() {
    const folded = isFolded()
    tools.hidden = folded
    reset.hidden = folded || !chosen()
    fold.textContent = folded ? "Preview" : "×"
    fold.setAttribute("aria-label", folded ? "Show the bar of the preview" : "Fold the bar of the preview")
    fold.setAttribute("aria-expanded", String(!folded))
  }
  fold.addEventListener("click", () => {
    sessionStorage.setItem("dateline-bar", isFolded() ? "" : "folded")
    showFolded()
  })

  function showBar(state) {
    bar.hidden = window.parent !== window
    asOf = chosen() || state.today
    day.value = asOf
    note.textContent = [state.drafts && "with drafts", state.future && "with the future"].filter(Boolean).join(", ")
    note.hidden = !note.textContent
    showFolded()
  }
  showBar({ today: "" })

  let shown = ""
  function showErrors(state) {
    const text = state.errors.join("")
    if (text === shown) return
    shown = text
    // The page that stands in for another says itself what is wrong.
    const isStandIn = version === "none"
    const more = state.more ? `${state.more} more in the terminal` : ""
    if (isStandIn && text) document.querySelector("pre").textContent = [...state.errors, more].join("\n")
    errors.hidden = isStandIn || state.errors.length === 0 || window.parent !== window
    const count = state.errors.length + state.more
    title.textContent = `${count} ${count === 1 ? "error" : "errors"}: pages are shown as they last were`
    list.replaceChildren(...state.errors.map(error => element("pre", { textContent: error })))
    if (more) list.append(element("p", { textContent: more }))
  }
})()
