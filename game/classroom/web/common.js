// What all pages share: elements, texts, the connection to the room, the look.

/** An element with attributes, listeners (onclick) and children. Text is always text. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "part") element.style.setProperty("--part", value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((each) => each !== null && each !== undefined && each !== false && each !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name, tone = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon ${tone}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** All drawings stand in the page itself: one that is shown from a file is fetched again each time it is drawn. */
async function fetchIcons() {
  const answer = await fetch("/icons.svg");
  const drawn = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  document.body.prepend(document.importNode(drawn, true));
}
fetchIcons().catch(() => { /* the words say all that the drawings do */ });

export const dot = (colour) => h("span", { class: "dot", "data-colour": colour, "aria-hidden": "true" });
export const byId = (id) => document.getElementById(id);

// --- what this browser keeps ----------------------------------------------------------------------------

export const kept = {
  get(key) {
    try { return localStorage.getItem(`race.${key}`) || ""; } catch { return ""; }
  },
  set(key, value) {
    try {
      if (value) localStorage.setItem(`race.${key}`, value);
      else localStorage.removeItem(`race.${key}`);
    } catch { /* a browser that keeps nothing still plays */ }
  },
};

// --- texts ----------------------------------------------------------------------------------------------

let texts = {};
export let language = ["en", "ja"].includes(kept.get("language"))
  ? kept.get("language")
  : navigator.language.startsWith("ja") ? "ja" : "en";

export async function speak(wanted) {
  const answer = await fetch(`/texts/${wanted}`);
  texts = await answer.json();
  language = wanted;
  kept.set("language", wanted);
  document.documentElement.lang = wanted;
}

export function say(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// --- look -----------------------------------------------------------------------------------------------

const bright = matchMedia("(prefers-color-scheme: light)");

export function dress() {
  const theme = kept.get("theme") || (bright.matches ? "light" : "dark");
  document.documentElement.dataset.theme = theme;
  return theme;
}
bright.addEventListener("change", dress);

/** Buttons for light and language, as every page has them. */
export function tools(changed) {
  const light = h("button", { class: "quiet", title: say("room-theme"), "aria-label": say("room-theme"), onclick: () => {
    kept.set("theme", document.documentElement.dataset.theme === "light" ? "dark" : "light");
    dress();
    changed();
  } }, icon("sun"));
  const other = language === "en" ? "ja" : "en";
  const tongue = h("button", { class: "quiet small", lang: other, onclick: async () => {
    await speak(other);
    changed(other);
  } }, other === "ja" ? "日本語" : "English");
  return h("div", { class: "row tools" }, light, tongue);
}

// --- the room -------------------------------------------------------------------------------------------

/** A connection that comes back by itself. `on` maps kinds of messages to functions; `hello` gives the first one. */
export class Connection {
  constructor(path, hello, on) {
    Object.assign(this, { path, hello, on, n: 0, waiting: new Map(), tries: 0, open: false, stopped: false });
    this.connect();
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && !this.open) this.connect();
    });
    addEventListener("online", () => { if (!this.open) this.connect(); });
  }

  connect() {
    clearTimeout(this.timer);
    if (this.stopped || (this.socket && this.socket.readyState <= 1)) return;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = this.socket = new WebSocket(`${scheme}://${location.host}${this.path}`);
    socket.onopen = () => {
      this.tries = 0;
      this.open = true;
      socket.send(JSON.stringify(this.hello()));
      this.on.line?.(true);
    };
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = () => {
      if (socket !== this.socket) return;
      this.open = false;
      for (const { reject } of this.waiting.values()) reject(new Error("line"));
      this.waiting.clear();
      this.on.line?.(false);
      this.tries += 1;
      this.timer = setTimeout(() => this.connect(), Math.min(5000, 250 * 2 ** Math.min(5, this.tries)) * (0.6 + 0.8 * Math.random()));
    };
  }

  take(message) {
    const asked = message.n ? this.waiting.get(message.n) : undefined;
    if (asked) {
      this.waiting.delete(message.n);
      if (message.is === "denied") asked.reject(Object.assign(new Error(message.text), message));
      else asked.resolve(message);
    } else {
      this.on[message.is]?.(message);
    }
  }

  send(what, content = {}) {
    if (!this.open) return false;
    this.socket.send(JSON.stringify({ do: what, ...content }));
    return true;
  }

  /** Ask and wait for the answer to it. */
  ask(what, content = {}) {
    this.n += 1;
    const n = this.n;
    return new Promise((resolve, reject) => {
      if (!this.send(what, { n, ...content })) reject(new Error("line"));
      else this.waiting.set(n, { resolve, reject });
    });
  }
}

// --- parts ----------------------------------------------------------------------------------------------

const shown = new Map();

/** Make a section anew if what it shows has changed; whatever is in focus there stays in focus. */
export function section(id, data, made) {
  const element = byId(id);
  const print = JSON.stringify([language, data]);
  if (shown.get(id) === print) return;
  shown.set(id, print);
  const focused = document.activeElement?.id && element.contains(document.activeElement) ? document.activeElement.id : "";
  const content = made();
  element.hidden = content === null;
  element.replaceChildren(...[content].flat(4).filter((each) => each !== null && each !== false));
  if (focused) byId(focused)?.focus();
}

export const forget = () => shown.clear();

let toastTimer;
export function toast(text) {
  byId("toast")?.remove();
  const element = h("div", { id: "toast", class: "toast", role: "alert" }, text);
  document.body.append(element);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => element.remove(), 5000);
}

/** A clock that counts on by itself between two words from the room. */
export class Clock {
  constructor(element) {
    this.element = element;
    this.until = 0;
    setInterval(() => this.draw(), 500);
  }

  set(left, running) {
    this.left = left;
    this.running = running;
    this.until = left === null ? 0 : performance.now() + left * 1000;
    this.draw();
  }

  draw() {
    const left = this.left === null || this.left === undefined ? null
      : this.running ? Math.max(0, (this.until - performance.now()) / 1000) : this.left;
    this.element.hidden = left === null;
    if (left === null) return;
    const seconds = Math.ceil(left);
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (this.element.textContent !== text) this.element.textContent = text;
    this.element.classList.toggle("warn", left <= 20);
  }
}

/** The class's answers as bars. */
export function spread(given) {
  const most = Math.max(1, ...given.bars.map((bar) => bar.count));
  return h("ul", { class: "bars" }, given.bars.map((bar) => h("li", { class: bar.right ? "hit" : "" },
    h("span", { class: "label" }, bar.label, bar.right ? [" ", icon("circle-check", "good")] : ""),
    h("span", { class: "bar", "data-colour": bar.colour || false }, h("i", { part: bar.count / most })),
    h("span", { class: "right strong" }, String(bar.count)))));
}
