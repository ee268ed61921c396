// One for all tabs of the preview: listens to what changes, and fetches each tab's page when something does. It may open
// connections, which the pages themselves may not.
"use strict"

const tabs = new Map()
let state = null

function attach(port) {
  port.addEventListener("message", event => {
    if (event.data.type === "bye") return tabs.delete(port)
    tabs.set(port, event.data)
    if (state) tell(port, false)
  })
  port.start?.()
}

async function tell(port, isNew) {
  const tab = tabs.get(port)
  port.postMessage({ type: "state", state, isNew })
  try {
    const response = await fetch(tab.page, { headers: { "If-None-Match": `"${tab.version}"` }, cache: "no-store" })
    if (response.status === 304 || tabs.get(port) !== tab) return
    const version = (response.headers.get("ETag") || "none").replaceAll("\"", "")
    // An error page has no version; the same error is no news.
    if (version === tab.version) return
    port.postMessage({ type: "page", html: await response.text(), version, url: response.url })
  } catch { /* The server has gone; when it comes back it says so. */ }
}

const events = new EventSource("/.dateline/events")
let isFirst = true
events.addEventListener("message", event => {
  const next = JSON.parse(event.data)
  const isNew = !isFirst && state && next.number !== state.number
  isFirst = false
  state = next
  for (const port of tabs.keys()) tell(port, isNew)
})
// What is heard first after a break tells how things are, not what has just happened.
events.addEventListener("error", () => { isFirst = true })

if (typeof SharedWorkerGlobalScope === "undefined") attach(self)
else self.addEventListener("connect", event => attach(event.ports[0]))
