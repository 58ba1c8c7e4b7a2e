// A student's page: own firm at a glance, the plan, the orders, and what the last turn brought.
import { Clock, Connection, byId, dot, dress, forget, h, icon, kept, language, say, section, speak, toast, tools } from "/web/common.js";
import { openForm } from "/web/form.js";

export const state = { room: null, board: null, mine: null, orders: [], plan: null, turnKey: "", own: false, again: false, taking: false, looking: false };
let clock;

dress();
await speak(language);
const page = new Connection("/socket/student", () => ({ do: "hello", token: kept.get("token"), language }), {
  hello: (message) => { state.known = message.known; state.again = true; if (!message.known) kept.set("token", ""); draw(); },
  joined: (message) => { kept.set("token", message.token); state.known = true; draw(); byId("main").focus(); },
  room: (message) => { state.again ||= message.phase === "open" && state.room?.phase !== "open"; state.room = message; draw(); },
  board: (message) => { state.board = message; beginTurn(); draw(); },
  mine: (message) => { state.mine = message; beginTurn(); layOutAgain(); draw(); },
  denied: (message) => { state.denied = message.key; toast(message.text); if (message.key.startsWith("room-code") || message.key.startsWith("room-name")) byId("join-trouble")?.replaceChildren(message.text); },
  kicked: () => { kept.set("token", ""); Object.assign(state, { known: false, board: null, mine: null }); draw(); toast(say("room-kicked")); },
  line: (open) => { state.line = open; draw(); },
});

// --- the plan in the making -----------------------------------------------------------------------------

const drafted = () => `draft.${state.turnKey}`;

/** A new turn or another seat: begin with what was handed in, what was laid out before, or the advisor's plan. */
function beginTurn() {
  if (!state.board || !state.mine || state.mine.seat !== state.board.firm || state.mine.turn !== state.board.number) return;
  const key = `${state.board.firm}.${state.board.number}`;
  if (key === state.turnKey) return;
  state.turnKey = key;
  const handed = state.mine.handed;
  let own = null;
  try { own = JSON.parse(kept.get(drafted()) || "null"); } catch { own = null; }
  state.own = !handed && own !== null;
  state.orders = handed ?? own ?? state.board.advice.orders.map((each) => each.order);
  state.plan = handed || own ? null : state.board.advice;
  if (!state.plan) layOut(state.orders, false);
}

/** The room hears again what is laid out: one that was started anew has forgotten it, one that was closed did not note it. */
function layOutAgain() {
  const { board, mine, room } = state;
  if (!state.again || room?.phase !== "open" || !board || mine.seat !== board.firm || mine.turn !== board.number) return;
  state.again = false;
  if (state.own && mine.handed === null) layOut(state.orders, false);
}

/** Lay a plan out and hear what it takes. */
export async function layOut(orders, mine = true) {
  state.orders = orders;
  if (mine) {
    state.own = true;
    kept.set(drafted(), JSON.stringify(orders));
  }
  const print = JSON.stringify(orders);
  draw();
  try {
    const answer = await page.ask("draft", { orders });
    if (JSON.stringify(state.orders) !== print) return;
    state.plan = answer.plan;
    const why = new Map(state.board.advice.orders.map((each) => [JSON.stringify(each.order), each.why]));
    for (const each of state.plan.orders) each.why = why.get(JSON.stringify(each.order)) || "";
  } catch (error) {
    if (error.text) toast(error.text);
  }
  draw();
}

async function handIn() {
  state.taking = true;
  draw();
  try {
    const answer = await page.ask("hand", { orders: state.orders });
    if (answer.is === "refused") toast(answer.why.map(([, text]) => text).join(" "));
    else kept.set(drafted(), "");
  } catch (error) {
    toast(error.text || say("room-line"));
  }
  state.taking = false;
  draw();
}

// --- drawing --------------------------------------------------------------------------------------------

function draw() {
  const { room, mine, board } = state;
  if (!room || state.known === undefined) return;
  const playing = state.known && mine && board;
  section("top", [playing && [board.name, board.colour, board.turn, board.month, mine.name], state.line], () => top(playing));
  clock ??= new Clock(byId("clock"));
  clock.element = byId("clock");
  clock.set(room.phase === "open" || room.phase === "paused" ? leftNow(room) : null, room.running && room.phase === "open");
  byId("join").hidden = state.known;
  byId("play").hidden = !playing;
  status();
  if (!state.known) {
    section("join", [room.teams.map((team) => [team.seat, team.members]), room.choosing], join);
    byId("hand").hidden = true;
    return;
  }
  if (!playing) return;
  section("question", [room.question, mine.answered, room.phase], question);
  section("report", [board.report, board.turn, room.phase], report);
  section("firm", [board.figures, board.gauges, board.bound, board.goal, board.objective, board.turn, board.result], firm);
  const closed = room.phase !== "open" || mine.minded || !board.alive;
  section("plan", [state.orders, state.plan, mine.handed, closed, board.initiative, board.advice, state.turnKey], () => plan(closed));
  section("desks", [board.desks, closed, mine.handed !== null, state.orders.length], () => desks(closed));
  section("team", [mine.members, mine.votes, mine.captain, room.mode, mine.missed], team);
  section("rivals", [board.rivals, board.columns], rivals);
  section("predictions", mine.predictions, predictions);
  section("seat", [room.choosing, room.teams.map((each) => [each.seat, each.members]), mine.seat], seat);
  section("hand", [closed, mine.handed, state.orders, state.plan?.orders.map((each) => each.refused), state.plan?.looks, state.taking, mine.captain, room.mode, state.line], () => hand(closed));
}

let heard = { left: null, at: 0 };
function leftNow(room) {
  if (heard.room !== room) heard = { room, left: room.left, at: performance.now() };
  return room.left === null ? null : room.running ? Math.max(0, heard.left - (performance.now() - heard.at) / 1000) : room.left;
}

function top(playing) {
  const { board, mine } = state;
  document.title = playing ? `${board.name} · ${say("room-title")}` : say("room-title");
  return h("div", { class: "topbar" },
    playing
      ? h("div", { class: "grow" },
          h("h1", {}, dot(board.colour), board.name),
          h("p", { class: "small muted" }, `${mine.name} · ${board.month} · ${say("bar-turn", { turn: board.turn, turns: board.turns })}`))
      : h("h1", { class: "grow" }, icon("cpu", "accent"), say("room-title")),
    state.line === false ? h("span", { class: "chip warn" }, icon("unplug"), say("room-offline")) : null,
    h("span", { id: "clock", class: "clock", hidden: true, role: "timer", "aria-label": say("room-clock") }),
    tools(async (other) => {
      if (other) page.send("speak", { language: other });
      forget();
      draw();
    }));
}

function status() {
  const { room, mine, board } = state;
  let text = "";
  if (state.known && mine && board) {
    if (!board.alive) text = say("room-say-gone");
    else if (room.phase === "over") text = say("room-say-over");
    else if (room.phase === "paused") text = say("room-say-paused");
    else if (room.phase === "lobby") text = say("room-say-lobby");
    else if (room.phase === "closed") text = say(room.busy ? "room-say-playing" : "room-say-closed");
    else if (mine.minded) text = say("room-say-minded");
    else if (mine.handed) {
      const waiting = room.teams.filter((team) => team.state === "waits").length;
      text = waiting ? say("room-say-waiting", { teams: waiting }) : say("room-say-all");
    } else text = say(mine.missed >= 2 ? "room-say-missed" : "room-say-plan", { orders: board.initiative });
  }
  if (byId("status").textContent !== text) byId("status").textContent = text;
  byId("status").hidden = !text;
}

function join() {
  const { room } = state;
  const code = decodeURIComponent(location.hash.slice(1));
  const chosen = byId("join-seat")?.value || "";
  const typed = byId("join-name")?.value || "";
  return h("div", { class: "panel stack" },
    h("h2", { id: "join-title" }, say("room-join")),
    h("form", { class: "stack", onsubmit: (event) => {
      event.preventDefault();
      byId("join-trouble").replaceChildren();
      page.send("join", { code: byId("join-code").value, name: byId("join-name").value, seat: byId("join-seat")?.value || "" });
    } },
    h("label", {}, h("span", {}, say("room-code")),
      h("input", { type: "text", id: "join-code", value: byId("join-code")?.value || code, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "12", required: true })),
    h("label", {}, h("span", {}, say("room-name")),
      h("input", { type: "text", id: "join-name", value: typed, autocomplete: "off", maxlength: "16", required: true, "aria-describedby": "join-note" })),
    room.choosing ? h("label", {}, h("span", {}, say("room-seat")),
      h("select", { id: "join-seat" },
        h("option", { value: "" }, say("room-seat-any")),
        room.teams.map((team) => h("option", { value: team.seat, selected: team.seat === chosen }, `${team.name} (${team.members})`)))) : null,
    h("p", { id: "join-trouble", class: "bad", role: "alert" }),
    h("button", { class: "primary", id: "join-go" }, say("room-join-go")),
    h("p", { id: "join-note", class: "small muted" }, say("room-name-note"))));
}

function question() {
  const { room, mine } = state;
  const asked = room.question;
  if (!asked) return null;
  const send = (value) => page.send("predict", { question: asked.number, value });
  const heading = h("h2", { id: "question-title" }, icon("circle-help"), asked.text);
  if (asked.kind === "choice") {
    return [heading, h("div", { class: "choices", role: "group", "aria-labelledby": "question-title" },
      asked.choices.map(([value, label, colour], place) => h("button", { id: `choice-${place}`, "aria-pressed": String(mine.answered === value), onclick: () => send(value) },
        colour ? dot(colour) : null, label))),
      mine.answered ? h("p", { class: "small good" }, say("room-answered")) : null];
  }
  return [heading, h("form", { class: "row", onsubmit: (event) => { event.preventDefault(); send(byId("answer").value); } },
    h("input", { type: "text", id: "answer", class: "grow", value: mine.answered, maxlength: asked.kind === "number" ? "16" : "80",
      inputmode: asked.kind === "number" ? "decimal" : "text", "aria-labelledby": "question-title", autocomplete: "off", required: true }),
    h("button", { class: "primary" }, say("room-answer"))),
    mine.answered ? h("p", { class: "small good" }, say("room-answered")) : null];
}

function firm() {
  const { board } = state;
  return [
    h("h2", { class: "sr" }, say("room-firm")),
    h("dl", { class: "figures" }, board.figures.map((figure) => h("div", {},
      h("dt", {}, icon(figure.icon), figure.name),
      h("dd", {}, h("b", {}, figure.value), figure.note ? h("span", { class: figure.tone }, figure.note) : null)))),
    board.gauges.length ? h("ul", { class: "gauges" }, board.gauges.map((gauge) => h("li", { class: gauge.low ? "low" : "" },
      h("span", {}, gauge.name), h("span", { class: "track" }, h("i", { part: gauge.part })), h("span", { class: "right" }, gauge.value)))) : null,
    board.result ? h("p", { class: "banner good" }, icon("award"), h("b", {}, board.result)) : null,
    board.bound ? h("p", { class: "bound" }, icon(board.bound_icon, "warn"), h("span", {}, board.bound)) : null,
    board.goal ? h("p", { class: "bound" }, icon("crosshair"), h("span", {}, board.goal)) : null,
    board.turn === 1 && board.objective ? h("p", { class: "bound" }, icon("lightbulb", "accent"), h("span", {}, board.objective)) : null,
  ];
}

function plan(closed) {
  const { board, mine, plan: known, orders } = state;
  if (!board.alive || (!board.desks.length && !orders.length)) return null;
  const fixed = closed || mine.handed !== null;
  const rows = orders.map((order, place) => {
    const told = known && JSON.stringify(known.orders[place]?.order) === JSON.stringify(order) ? known.orders[place] : null;
    return h("li", { class: told?.refused ? "refused" : "" },
      told ? icon(told.icon, told.refused ? "bad" : "accent") : icon("ellipsis"),
      h("div", { class: "grow" },
        h("p", { class: "strong" }, told?.text ?? "…"),
        told?.refused ? h("p", { class: "small bad" }, told.refused) : null,
        told && !told.refused ? h("p", { class: "small muted" }, [told.cash, told.ready ? `${say("quote-ready")}: ${told.ready}` : ""].filter(Boolean).join(" · ")) : null,
        told?.why ? h("p", { class: "small soft" }, told.why) : null),
      fixed ? null : h("div", { class: "row tight" },
        place ? h("button", { class: "quiet", id: `up-${place}`, "aria-label": `${say("room-up")}: ${told?.text ?? ""}`, onclick: () => {
          const next = [...orders];
          next.splice(place - 1, 0, next.splice(place, 1)[0]);
          layOut(next);
        } }, icon("chevron-up")) : null,
        h("button", { class: "quiet", id: `drop-${place}`, "aria-label": `${say("room-drop")}: ${told?.text ?? ""}`, onclick: () => {
          layOut(orders.filter((_, at) => at !== place));
          byId("plan-head")?.focus();
        } }, icon("trash-2"))));
  });
  const advised = board.advice.orders.map((each) => each.order);
  return [
    h("div", { class: "head" }, icon("list-checks"), h("h2", { id: "plan-head", tabindex: "-1" }, say("plan-title")),
      h("span", { class: "note" }, say("plan-initiative", { used: orders.length, most: board.initiative }))),
    rows.length ? h("ol", { class: "orders" }, rows) : h("p", { class: "muted small" }, board.advice.orders.length ? say("plan-empty") : say("advice-none")),
    h("div", { class: "row between foot" },
      h("p", { class: "small" }, say("plan-cash"), " ", h("b", { class: known?.short ? "bad" : "" }, known?.cash_after ?? "…")),
      !fixed && advised.length && JSON.stringify(advised) !== JSON.stringify(orders)
        ? h("button", { class: "slim", id: "advise", onclick: () => layOut(advised) }, icon("lightbulb"), say("plan-advisor")) : null),
  ];
}

function desks(closed) {
  const { board, mine, orders } = state;
  if (!board.desks.length) return null;
  const blocked = closed || mine.handed !== null;
  const full = orders.length >= board.initiative;
  const several = board.desks.reduce((sum, desk) => sum + desk.groups.reduce((all, [, options]) => all + options.length, 0), 0) > 8;
  const cards = (desk) => desk.groups.map(([name, options]) => [
    name ? h("h4", { class: "small muted" }, name) : null,
    h("div", { class: "options" }, options.map((option) => h("button", {
      class: "option", id: `option-${option.kind}-${option.group}`, disabled: blocked,
      onclick: () => openForm(page, state, option, placeOf(option), layOut),
    }, icon(option.icon, "accent"), h("span", { class: "grow" }, h("span", { class: "strong" }, option.name),
      option.note ? h("span", { class: "small muted" }, option.note) : null),
    option.tag ? h("span", { class: `small ${option.tone}` }, option.tag) : null))),
  ]);
  return [
    h("div", { class: "head" }, icon("layers"), h("h2", {}, say("room-orders")), full && !blocked ? h("span", { class: "note" }, say("room-full-plan")) : null),
    several
      ? board.desks.map((desk) => h("details", { open: kept.get(`desk.${desk.key}`) === "open", ontoggle: (event) => kept.set(`desk.${desk.key}`, event.target.open ? "open" : "") },
          h("summary", {}, icon(desk.icon), h("h3", {}, desk.name), h("span", { class: "note" }, String(desk.groups.reduce((sum, [, options]) => sum + options.length, 0)))),
          cards(desk)))
      : board.desks.map((desk) => h("div", { class: "desk" }, h("h3", {}, icon(desk.icon), desk.name), cards(desk))),
  ];
}

/** Where a standing order or a term sheet is planned already. */
function placeOf(option) {
  if (!option.group) return -1;
  return state.orders.findIndex((order) => order.order === option.kind && [order.policy, order.investor].includes(option.group));
}

function report() {
  const { board, room } = state;
  if (!board.report.length && board.turn === 1) return null;
  const lines = board.report.map((line) => h("li", { class: "row top" }, icon(line.icon, line.tone),
    h("span", { class: `grow ${line.strong ? "" : "soft"}` }, line.text, line.why ? h("span", { class: "why muted" }, line.why) : null), line.tag ? h("span", { class: "small muted" }, line.tag) : null));
  const fresh = room.phase !== "open";
  return h("details", { open: fresh },
    h("summary", {}, icon("newspaper"), h("h2", {}, say("room-report"))),
    lines.length ? h("ul", { class: "stack tight lines" }, lines) : h("p", { class: "muted" }, say("report-quiet")));
}

function team() {
  const { mine, room } = state;
  if (mine.members.length < 2) return null;
  return [
    h("div", { class: "head" }, icon("users"), h("h2", {}, say("room-team"))),
    h("p", { class: "small soft" }, room.mode === "vote" ? say("room-team-votes") : mine.captain ? say("room-team-captain", { name: mine.captain }) : say("room-team-lead")),
    h("ul", { class: "row wrap members" }, mine.members.map(([name, leads, done]) => h("li", { class: "chip" },
      leads && room.mode === "captain" ? icon("crown", "warn") : null, name, done ? [icon("check", "good"), h("span", { class: "sr" }, say("room-done"))] : null))),
    mine.votes.length ? h("ul", { class: "stack tight lines" }, mine.votes.map((vote) => h("li", { class: "row" }, icon(vote.icon), h("span", { class: "grow" }, vote.text),
      h("span", { class: "chip" }, say("room-votes", { votes: vote.votes }))))) : null,
  ];
}

function rivals() {
  const { board } = state;
  if (board.rivals.length < 2) return null;
  return [
    h("div", { class: "head" }, icon("trophy"), h("h2", {}, say("room-rivals")), h("span", { class: "note" }, say("room-rivals-note"))),
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("room-firm-column")), board.columns.map((column) => h("th", { class: "n", scope: "col" }, column)))),
      h("tbody", {}, board.rivals.map((line) => h("tr", { class: line.me ? "strong" : "" },
        h("th", { scope: "row" }, h("span", { class: "row tight text" }, dot(line.colour), line.name)), line.figures.map((figure) => h("td", { class: "n" }, figure)))))),
  ];
}

function predictions() {
  const { mine } = state;
  if (!mine.predictions.length) return null;
  return [
    h("div", { class: "head" }, icon("target"), h("h2", {}, say("room-predictions"))),
    h("ul", { class: "stack lines" }, mine.predictions.map(([text, said, truth, right]) => h("li", {},
      h("p", { class: "small soft" }, text),
      h("p", {}, h("b", {}, said), truth ? h("span", { class: right ? "good" : "muted" }, ` · ${say("room-happened", { truth })}`) : null,
        right ? [" ", icon("circle-check", "good")] : null)))),
  ];
}

function seat() {
  const { room, mine } = state;
  if (!room.choosing || room.teams.length < 2) return null;
  return h("label", {}, h("span", {}, say("room-seat-change")),
    h("select", { id: "seat-choice", onchange: (event) => page.send("sit", { seat: event.target.value }) },
      room.teams.map((each) => h("option", { value: each.seat, selected: each.seat === mine.seat }, `${each.name} (${each.members})`))));
}

function hand(closed) {
  const { mine, room, plan: known } = state;
  if (closed) return null;
  if (mine.handed) {
    return [h("span", { class: "grow row good" }, icon("circle-check"), say("room-handed")),
      h("button", { id: "take-back", onclick: () => page.send("withdraw") }, icon("pencil"), say("room-take-back"))];
  }
  const refused = known?.orders.some((each) => each.refused);
  const proposes = room.mode === "captain" && mine.captain;
  return [looks(known), h("button", { class: "primary grow", id: "hand-in", disabled: refused || state.taking || state.line === false, onclick: handIn },
    icon("check"), say(proposes ? "room-propose" : room.mode === "vote" && mine.members.length > 1 ? "room-vote" : "room-hand", { orders: state.orders.length }))];
}

/** What is still worth a look with the plan as it is: in a line, and in full for who asks. */
function looks(known) {
  if (!known?.looks.length) return null;
  return h("details", { id: "looks", open: state.looking, ontoggle: (event) => { state.looking = event.target.open; } },
    h("summary", { class: "small" }, icon("eye", "warn"), h("span", { class: "grow" }, `${say("look-title")}: ${known.looks_brief}`)),
    h("div", { class: "all", role: "region", tabindex: "0", "aria-label": say("look-title") },
      h("ul", { class: "stack tight lines" }, known.looks.map((look) => h("li", { class: "row top" }, icon(look.icon, look.tone), h("span", { class: "grow" }, look.text))))));
}

