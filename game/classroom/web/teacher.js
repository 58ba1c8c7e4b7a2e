// The teacher's console: the turn, the room's rules, questions, teams, what the projector shows, and what is kept.
import { Clock, Connection, byId, dot, dress, forget, h, icon, language, say, section, speak, spread, toast, tools } from "/web/common.js";

const state = { room: null, console: null, form: { kind: "choice", choices: ["", ""] } };
let clock;

function secret() {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem("race.secret", given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("race.secret") || "";
}
let key = secret();

dress();
await speak(language);
const page = new Connection("/socket/teacher", () => ({ do: "enter", secret: key, language }), {
  room: (message) => { state.room = message; draw(); },
  console: (message) => { state.console = message; state.locked = false; draw(); },
  denied: (message) => {
    toast(message.text);
    if (["room-secret-wrong", "room-secret-first"].includes(message.key)) { state.locked = true; draw(); }
  },
  done: (message) => { if (message.what === "wipe") { state.gone = true; page.stopped = true; draw(); } },
  line: (open) => { state.line = open; draw(); },
});
if (!key) { state.locked = true; draw(); }

const act = (what) => page.send("act", { what });
const press = (id, label, onclick, options = {}) => h("button", { id, onclick, class: options.class || "", disabled: options.disabled || false, "aria-pressed": options.pressed === undefined ? false : String(options.pressed) },
  options.icon ? icon(options.icon) : null, label);

function draw() {
  const { room, console: all } = state;
  byId("gate").hidden = !state.locked && !state.gone;
  byId("console").hidden = state.locked || state.gone || !all || !room;
  section("top", [room?.phase, room?.turn, room?.turns, state.line], top);
  if (state.locked || state.gone) {
    section("gate", [state.locked, state.gone], gate);
    return;
  }
  if (!room || !all) return;
  clock ??= new Clock(byId("clock"));
  clock.element = byId("clock");
  if (state.heard !== room) {
    state.heard = room;
    clock.set(room.phase === "open" || room.phase === "paused" ? room.left : null, room.running && room.phase === "open");
  }
  section("turn", [room.phase, room.turn, room.turns, room.teams, room.running, room.left !== null, room.busy, room.question?.number], turn);
  section("settings", [room.mode, room.rivals, all.choosing, all.seconds, all.closing], settings);
  section("stage", [room.stage, all.screen, all.code, all.address, all.addresses, room.phase, all.whatif !== null], stage);
  section("ask", [state.form, room.phase], ask);
  section("teams", [room.teams, all.players, all.manned, all.minds.length, room.phase], teams);
  section("answers", all.questions, answers);
  section("whatif", all.whatif, whatif);
  section("turns", [all.turns, room.phase], turns);
  section("keep", [all.code], keep);
}

function top() {
  const { room } = state;
  document.title = `${say("room-teacher")} · ${say("room-title")}`;
  return h("div", { class: "topbar" }, icon("school", "accent"), h("h1", {}, say("room-teacher")),
    room ? h("span", { class: "chip" }, say("bar-turn", { turn: room.turn, turns: room.turns })) : null,
    room ? h("span", { class: "chip" }, say(`room-phase-${room.phase}`)) : null,
    h("span", { class: "grow" }),
    state.line === false ? h("span", { class: "chip warn" }, icon("unplug"), say("room-offline")) : null,
    h("span", { id: "clock", class: "clock", role: "timer", "aria-label": say("room-clock"), hidden: true }),
    tools((other) => { if (other && !state.locked) page.send("speak", { language: other }); forget(); draw(); }));
}

function gate() {
  if (state.gone) return h("p", {}, say("room-wiped"));
  return h("form", { class: "stack", onsubmit: (event) => {
    event.preventDefault();
    key = byId("secret").value.trim();
    sessionStorage.setItem("race.secret", key);
    page.send("enter", { secret: key, language });
  } }, h("h2", {}, say("room-secret")), h("p", { class: "soft" }, say("room-secret-note")),
  h("label", {}, h("span", {}, say("room-secret")), h("input", { type: "text", id: "secret", autocomplete: "off", spellcheck: "false", required: true })),
  h("button", { class: "primary" }, say("room-enter")));
}

function turn() {
  const { room } = state;
  const waiting = room.teams.filter((team) => team.state === "waits");
  const done = room.teams.length - waiting.length;
  const ready = room.phase === "open" && !waiting.length;
  const primary = {
    lobby: () => press("act-open", say("room-act-open", { turn: room.turn }), () => act("open"), { class: "primary", icon: "play" }),
    closed: () => press("act-open", say("room-act-open", { turn: room.turn }), () => act("open"), { class: "primary", icon: "play", disabled: room.busy }),
    open: () => press("act-close", say(ready ? "room-act-close" : "room-act-force"), () => act(ready ? "close" : "force"), { class: ready ? "primary" : "", icon: "skip-forward", disabled: room.busy }),
    paused: () => press("act-resume", say("room-act-resume"), () => act("resume"), { class: "primary", icon: "play" }),
    over: () => press("act-debrief", say("room-act-debrief"), () => page.send("stage", { page: "debrief" }), { class: "primary", icon: "flag" }),
  }[room.phase];
  return [
    h("div", { class: "head" }, icon("timer"), h("h2", {}, say("room-turn")),
      room.phase === "open" || room.phase === "paused" ? h("span", { class: "note" }, say("room-answered-of", { done, teams: room.teams.length })) : null),
    room.phase === "open" || room.phase === "paused"
      ? h("p", { class: "progress", role: "img", "aria-label": say("room-answered-of", { done, teams: room.teams.length }) }, room.teams.map((team) => h("i", { class: team.state, "data-colour": team.colour, title: team.name }))) : null,
    h("div", { class: "row wrap" }, primary(),
      room.phase === "open" ? press("act-pause", say("room-act-pause"), () => act("pause"), { icon: "pause" }) : null,
      room.question ? press("act-hush", say("room-act-hush"), () => act("hush"), { icon: "circle-x" }) : null,
      room.phase !== "over" ? press("act-end", say("room-act-end"), () => { if (confirm(say("room-act-end-sure"))) act("end"); }, { icon: "flag" }) : null),
    room.phase === "open" ? h("div", { class: "row wrap clockrow" }, h("span", { class: "small muted" }, say("room-clock")),
      room.running ? press("act-stop", say("room-act-stop"), () => act("stop"), { class: "slim" }) : press("act-start", say("room-act-start"), () => act("start"), { class: "slim" }),
      [30, 60, 120].map((seconds) => press(`extend-${seconds}`, `+${seconds} s`, () => page.send("extend", { seconds }), { class: "slim" })),
      press("extend-less", "−30 s", () => page.send("extend", { seconds: -30 }), { class: "slim", disabled: !room.running })) : null,
  ];
}

function choice(id, label, value, entries, changed) {
  return h("label", {}, h("span", {}, label), h("select", { id, onchange: (event) => changed(event.target.value) },
    entries.map(([each, text]) => h("option", { value: each, selected: each === value }, text))));
}
const tick = (id, label, value, changed) => h("label", { class: "tick" }, h("input", { type: "checkbox", id, checked: value, onchange: (event) => changed(event.target.checked) }), label);

function settings() {
  const { room, console: all } = state;
  return [
    h("h2", {}, icon("settings"), say("room-settings")),
    h("div", { class: "stack" },
      choice("set-seconds", say("room-set-seconds"), String(all.seconds), [0, 60, 120, 180, 240, 300, 480, 600, 900].map((seconds) => [String(seconds), seconds ? say("room-minutes", { minutes: seconds / 60 }) : say("room-no-clock")]), (value) => page.send("set", { seconds: Number(value) })),
      choice("set-mode", say("room-set-mode"), room.mode, [["captain", say("room-mode-captain")], ["vote", say("room-mode-vote")]], (mode) => page.send("set", { mode })),
      choice("set-rivals", say("room-set-rivals"), room.rivals, ["hidden", "public", "open"].map((each) => [each, say(`room-rivals-${each}`)]), (value) => page.send("set", { rivals: value })),
      tick("set-choosing", say("room-set-choosing"), all.choosing, (choosing) => page.send("set", { choosing })),
      tick("set-closing", say("room-set-closing"), all.closing, (closing) => page.send("set", { closing }))),
  ];
}

function stage() {
  const { room, console: all } = state;
  const pages = ["join", "race", "answers", "turns", "debrief", ...(all.whatif ? ["whatif"] : [])];
  return [
    h("div", { class: "head" }, icon("monitor"), h("h2", {}, say("room-stage")),
      h("a", { class: "note accent", href: `/projector#${all.screen}`, target: "_blank", rel: "noopener" }, say("room-stage-open"))),
    h("div", { class: "row wrap", role: "group", "aria-label": say("room-stage") }, pages.map((each) => press(`stage-${each}`, say(`room-stage-${each}`), () => page.send("stage", { page: each }), { class: "slim", pressed: room.stage === each }))),
    h("p", { class: "joincode" }, h("span", { class: "muted small" }, say("room-code")), h("b", {}, all.code)),
    all.addresses.length > 1
      ? choice("set-address", say("room-address"), all.address, all.addresses.map((each) => [each, each]), (address) => page.send("place", { address }))
      : h("p", { class: "small muted" }, all.address),
    all.address.includes("//127.") ? h("p", { class: "banner warn" }, icon("info"), h("span", {}, say("room-only-here"))) : null,
  ];
}

function ask() {
  const { form } = state;
  const ready = (about) => () => page.send("question", { about, pause: state.room.phase === "open" });
  return [
    h("h2", {}, icon("circle-help"), say("room-ask")),
    h("div", { class: "row wrap" }, state.room.teams.length > 1 ? press("ask-winner", say("room-ask-winner-short"), ready("winner"), { class: "slim" }) : null,
      press("ask-goal", say("room-ask-goal-short"), ready("goal"), { class: "slim" }),
      press("ask-binding", say("room-ask-binding-short"), ready("binding"), { class: "slim" }),
      press("ask-level", say("room-ask-level-short"), ready("level"), { class: "slim" })),
    h("form", { class: "stack own", onsubmit: (event) => {
      event.preventDefault();
      page.send("question", { about: "own", kind: form.kind, text: byId("ask-text").value, choices: form.kind === "choice" ? [...document.querySelectorAll(".ask-choice")].map((each) => each.value).filter((each) => each.trim()) : [], pause: state.room.phase === "open" });
      byId("ask-text").value = "";
    } },
    h("label", {}, h("span", {}, say("room-ask-own")), h("input", { type: "text", id: "ask-text", maxlength: "200", required: true, value: byId("ask-text")?.value || "" })),
    choice("ask-kind", say("room-ask-kind"), form.kind, ["choice", "number", "words"].map((each) => [each, say(`room-kind-${each}`)]), (kind) => { state.form = { ...form, kind }; draw(); }),
    form.kind === "choice" ? h("div", { class: "grid2" }, form.choices.map((value, place) => h("input", { type: "text", class: "ask-choice", id: `ask-choice-${place}`, maxlength: "60", value, "aria-label": say("room-choice", { number: place + 1 }), placeholder: say("room-choice", { number: place + 1 }), oninput: (event) => {
      form.choices[place] = event.target.value;
      if (place === form.choices.length - 1 && event.target.value && form.choices.length < 6) { state.form = { ...form, choices: [...form.choices, ""] }; draw(); }
    } }))) : null,
    h("button", { id: "ask-go" }, icon("megaphone"), say("room-ask-go"))),
    h("p", { class: "small muted" }, say("room-ask-note")),
  ];
}

function teams() {
  const { room, console: all } = state;
  const manned = Object.fromEntries(all.manned);
  return [
    h("div", { class: "head" }, icon("users"), h("h2", {}, say("room-teams")), h("span", { class: "note" }, say("room-players", { players: room.players }))),
    h("ul", { class: "teams" }, room.teams.map((team) => h("li", {},
      h("div", { class: "row" }, dot(team.colour), h("h3", { class: "grow" }, team.name), team.state === "mind" || ["open", "paused"].includes(room.phase) ? h("span", { class: `chip ${team.state === "done" ? "good" : team.state === "waits" ? "warn" : "muted"}` }, say(`room-state-${team.state}`)) : null),
      h("div", { class: "who" }, h("select", { class: "slim", id: `man-${team.seat}`, "aria-label": say("room-man", { team: team.name }), onchange: (event) => page.send("man", { seat: team.seat, mind: event.target.value }) },
          h("option", { value: "" }, say("room-man-none")), all.minds.map(([mind, name]) => h("option", { value: mind, selected: manned[team.seat] === mind }, name)))),
      h("ul", { class: "players" }, all.players.filter((player) => player.seat === team.seat).map((player) => h("li", { class: "row wrap" },
        h("span", { class: `grow ${player.online ? "" : "muted"}` }, player.captain ? [icon("crown", "warn"), " "] : "", player.name, player.done ? [" ", icon("check", "good"), h("span", { class: "sr" }, say("room-done"))] : "", player.online ? "" : h("span", { class: "small" }, ` · ${say("room-away")}`)),
        player.captain ? null : h("button", { class: "quiet slim", "aria-label": say("room-lead", { name: player.name }), title: say("room-lead", { name: player.name }), onclick: () => page.send("captain", { player: player.number }) }, icon("crown")),
        room.teams.length > 1 ? h("select", { class: "slim", "aria-label": say("room-move", { name: player.name }), onchange: (event) => page.send("move", { player: player.number, seat: event.target.value }) },
          room.teams.map((each) => h("option", { value: each.seat, selected: each.seat === player.seat }, each.name))) : null,
        h("button", { class: "quiet slim", "aria-label": say("room-kick", { name: player.name }), title: say("room-kick", { name: player.name }), onclick: () => { if (confirm(say("room-kick-sure", { name: player.name }))) page.send("kick", { player: player.number }); } }, icon("log-out")))))))),
  ];
}

function answers() {
  const { console: all } = state;
  if (!all.questions.length) return null;
  return [
    h("h2", {}, icon("chart-column"), say("room-answers")),
    h("ul", { class: "stack asked" }, all.questions.map((each) => h("li", {},
      h("div", { class: "row top" }, h("p", { class: "grow strong" }, each.spread.question.text),
        h("button", { class: "slim", id: `show-${each.spread.question.number}`, "aria-pressed": String(each.shown), onclick: () => page.send("show", { question: each.spread.question.number, yes: !each.shown }) }, icon("monitor"), say(each.shown ? "room-hide" : "room-show"))),
      h("p", { class: "small muted" }, say("room-answers-so-far", { answers: each.spread.answers }), each.open ? ` · ${say("room-answers-open")}` : "", each.spread.truth ? ` · ${say("room-happened", { truth: each.spread.truth })}` : ""),
      each.spread.bars.length ? spread(each.spread) : null,
      each.words.length ? h("ul", { class: "small words" }, each.words.map(([name, text]) => h("li", {}, h("b", {}, name), " ", text))) : null))),
  ];
}

function turns() {
  const { console: all } = state;
  if (!all.turns.length) return null;
  return [
    h("h2", {}, icon("rotate-ccw"), say("room-turns")),
    all.turns.map((each, place) => h("details", { open: place === 0 },
      h("summary", { class: "row" }, h("h3", { class: "grow" }, say("room-turn-number", { turn: each.turn }))),
      h("ul", { class: "stack tight" }, each.plans.map(([seat, name, colour, orders, how]) => h("li", {},
        h("p", { class: "row small" }, dot(colour), h("b", {}, name), how === "team" ? null : h("span", { class: "muted" }, say(`room-how-${how}`))),
        orders.length ? h("ul", { class: "given" }, orders.map((text, at) => h("li", { class: "row small" }, h("span", { class: "grow" }, text),
          h("button", { class: "quiet slim", "aria-label": `${say("room-without")}: ${text}`, title: say("room-without"), onclick: () => page.send("whatif", { seat, turn: each.turn, place: at, show: false }) }, icon("eye"))))) : h("p", { class: "small muted given" }, say("room-no-orders"))))),
      h("button", { class: "slim danger", onclick: () => { if (confirm(say("room-undo-sure", { turn: each.turn }))) page.send("undo", { turn: each.turn }); } }, icon("undo-2"), say("room-undo", { turn: each.turn })))),
  ];
}

function whatif() {
  const found = state.console.whatif;
  if (!found) return null;
  return [
    h("div", { class: "head" }, icon("eye"), h("h2", {}, say("room-whatif")), h("button", { class: "slim note", onclick: () => page.send("stage", { page: "whatif" }) }, icon("monitor"), say("room-show"))),
    h("p", {}, say("room-whatif-line", { firm: found.firm, month: found.month, order: found.text })),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("room-firm-column")), h("th", { class: "n", scope: "col" }, say("room-was")), h("th", { class: "n", scope: "col" }, say("room-without")))),
      h("tbody", {}, found.scores.map(([name, colour, was, then]) => h("tr", {}, h("td", {}, dot(colour), " ", name), h("td", { class: "n" }, was), h("td", { class: "n" }, then))))),
  ];
}

async function take(name) {
  const answer = await fetch(`/export/${name}`, { headers: { "x-room-secret": key } });
  if (!answer.ok) { toast(await answer.text()); return; }
  const link = h("a", { href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function keep() {
  return [
    h("h2", {}, icon("save"), say("room-keep")),
    h("div", { class: "row wrap" }, press("take-decisions", say("room-export-decisions"), () => take("decisions.csv"), { icon: "file-text" }),
      press("take-outcomes", say("room-export-outcomes"), () => take("outcomes.csv"), { icon: "file-text" }),
      press("take-journal", say("room-export-journal"), () => take("journal.race"), { icon: "package" })),
    h("p", { class: "small muted" }, say("room-keep-note")),
    h("form", { class: "row wrap", onsubmit: (event) => { event.preventDefault(); page.send("wipe", { sure: byId("wipe-sure").value }); } },
      h("input", { type: "text", class: "slim grow", id: "wipe-sure", "aria-label": say("room-wipe-type"), placeholder: say("room-wipe-type"), autocomplete: "off" }),
      h("button", { class: "danger slim", id: "wipe" }, icon("trash-2"), say("room-wipe"))),
  ];
}

