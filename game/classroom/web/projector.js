// The projector's page: to join, the race, answers, turning points, the debrief. Readable from the back row.
import { Clock, Connection, byId, dot, dress, forget, h, icon, language, say, section, speak, tools } from "/web/common.js";
import { cards, money, shape, whole } from "/web/figures.js";

const state = { room: null, screen: null, measure: "" };
let clock;
let chart;

function secret() {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem("race.screen", given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("race.screen") || "";
}
const key = secret();

dress();
await speak(language);
const page = new Connection("/socket/screen", () => ({ do: "enter", secret: key, language }), {
  room: (message) => { state.room = message; draw(); },
  screen: (message) => { state.screen = message; draw(); },
  denied: (message) => { state.trouble = message.text; draw(); },
  line: (open) => { state.line = open; draw(); },
});
if (!key) { state.trouble = say("room-secret-note"); draw(); }
addEventListener("resize", () => { forget(); draw(); });
addEventListener("keydown", (event) => {
  if (event.key === "m" && state.screen?.charts.length) {
    const keys = state.screen.charts.map((each) => each.key);
    state.measure = keys[(keys.indexOf(measure()) + 1) % keys.length];
    draw();
  }
});

const measure = () => {
  const keys = state.screen.charts.map((each) => each.key);
  return keys.includes(state.measure) ? state.measure : keys.includes(state.screen.first) ? state.screen.first : keys[0];
};

function draw() {
  const { room, screen } = state;
  section("top", [room?.phase, room?.turn, screen?.month, screen?.title, state.line, room?.players], top);
  if (!room || !screen) {
    section("page", state.trouble, () => (state.trouble ? h("p", { class: "panel big" }, state.trouble) : []));
    return;
  }
  clock ??= new Clock(byId("clock"));
  clock.element = byId("clock");
  if (state.heard !== room) {
    state.heard = room;
    clock.set(room.phase === "open" || room.phase === "paused" ? room.left : null, room.running && room.phase === "open");
  }
  document.body.dataset.stage = room.stage;
  const drawn = { join, race, answers, turns, debrief, whatif }[room.stage] ?? race;
  const needs = { join: [room.teams, screen.code, screen.qr], race: [screen.charts, measure(), screen.hidden, screen.turn], answers: [screen.spreads, room.question, room.answers],
    turns: [screen.debrief, screen.news], debrief: [screen.debrief, screen.spreads], whatif: screen.whatif }[room.stage];
  section("page", [room.stage, needs, document.documentElement.dataset.theme, innerWidth, innerHeight], drawn);
  section("side", [room.stage, room.teams, room.phase, screen.news, room.question?.number, room.answers, screen.code], side);
}

function top() {
  const { room, screen } = state;
  document.title = say("room-title");
  return h("div", { class: "topbar" }, icon("cpu", "accent"), h("h1", {}, screen?.title ?? say("room-title")),
    screen ? h("span", { class: "when" }, screen.month, " · ", say("bar-turn", { turn: room.turn, turns: room.turns })) : null,
    h("span", { class: "grow" }),
    room ? h("span", { class: "phase" }, say(`room-phase-${room.phase}`)) : null,
    h("span", { id: "clock", class: "clock", role: "timer", "aria-label": say("room-clock"), hidden: true }),
    tools((other) => { if (other) page.send("speak", { language: other }); forget(); draw(); }));
}

function side() {
  const { room, screen } = state;
  if (["join", "debrief", "turns", "whatif"].includes(room.stage)) return null;
  const waiting = room.teams.filter((team) => team.state === "waits");
  const playing = room.phase === "open" || room.phase === "paused";
  return [
    h("section", { class: "panel" }, h("h2", {}, icon("users"), playing ? (waiting.length ? say("room-waiting-for") : say("room-say-all")) : say("room-teams")),
      h("ul", { class: "teamlist" }, room.teams.map((team) => h("li", { class: playing ? team.state : "" }, dot(team.colour), h("span", { class: "grow" }, team.name),
        playing ? h("span", { class: "state" }, team.state === "done" ? icon("circle-check", "good") : team.state === "waits" ? [icon("hourglass", "warn"), team.members > 1 ? ` ${team.done}/${team.members}` : ""] : icon("bot", "muted"), h("span", { class: "sr" }, say(`room-state-${team.state}`))) : h("span", { class: "state muted" }, String(team.members)))))),
    room.stage === "race" && screen.news.length ? h("section", { class: "panel news" }, h("h2", {}, icon("newspaper"), say("room-news")),
      h("ul", {}, screen.news.map((item) => h("li", {}, icon(item.icon, item.tone), h("span", { class: "grow" }, item.text), h("span", { class: "muted" }, item.month))))) : null,
    h("section", { class: "panel again" }, h("span", { class: "muted" }, say("room-code")), h("b", {}, screen.code)),
  ];
}

function join() {
  const { room, screen } = state;
  return h("div", { class: "joinpage" },
    h("div", { class: "stack" },
      h("p", { class: "lead" }, screen.objective || screen.goal),
      h("p", { class: "muted big" }, say("room-join-at")),
      h("p", { class: "address" }, screen.address.replace("http://", "")),
      h("p", { class: "muted big" }, say("room-code")),
      h("p", { class: "code" }, screen.code),
      h("ul", { class: "row wrap" }, room.teams.map((team) => h("li", { class: "chip team" }, dot(team.colour), team.name, h("b", {}, String(team.members)))))),
    qr(screen.qr));
}

/** Black on white in any look: cameras want it so. */
function qr(rows) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("class", "qr");
  made.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  made.setAttribute("shape-rendering", "crispEdges");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", say("room-qr"));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", rows.map((row, y) => [...row].map((dark, x) => (dark === "1" ? `M${x} ${y}h1v1h-1z` : "")).join("")).join(""));
  made.append(path);
  return made;
}

function race() {
  const { screen } = state;
  if (screen.hidden) return h("div", { class: "panel chart" }, h("p", { class: "big muted" }, say("room-hidden")));
  const found = screen.charts.find((each) => each.key === measure());
  const holder = h("div", { class: "plot", role: "img", "aria-label": found.series.map((each) => `${each.name}: ${shape(found.shape, each.values.findLast((value) => value !== null) ?? 0)}`).join(", ") });
  queueMicrotask(() => plot(holder, found, screen.months));
  return h("section", { class: "panel chart" },
    h("div", { class: "head" }, icon("chart-line"), h("h2", {}, found.name),
      h("div", { class: "row wrap tabs" }, screen.charts.map((each) => h("button", { class: "slim", "aria-pressed": String(each.key === found.key), onclick: () => { state.measure = each.key; draw(); } }, each.name)))),
    holder);
}

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Lines with their names at their ends, pushed apart, so that no legend is needed. */
function plot(holder, found, months) {
  chart?.destroy();
  const series = found.series.filter((each) => each.values.length);
  const size = Math.max(14, Math.round(innerHeight / 42));
  const font = `500 ${size}px "Race", "Race JP", sans-serif`;
  const ranked = found.key === "places";
  const write = (value) => ({ money, cards })[found.shape]?.(value) ?? shape(found.shape, value);
  const xs = months.map((_, place) => place);
  const axis = { stroke: css("muted"), font, grid: { stroke: css("line"), width: 1 }, ticks: { show: false } };
  const lastKnown = (values) => values.findLastIndex((value) => value !== null);
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = font.replace("500", "600");
  const room = Math.max(...series.map((each) => canvas.measureText(`${each.name}  ${ranked ? "" : write(each.values[lastKnown(each.values)] ?? 0)}`).width)) + 24;
  const options = {
    width: holder.clientWidth, height: holder.clientHeight, padding: [size, room, 4, 4], legend: { show: false }, cursor: { show: false },
    scales: { x: { time: false }, y: ranked ? { range: [series.length + 0.4, 0.6] } : { range: (_, low, high) => (low === high ? [Math.min(0, low), high || 1] : [low > 0 && low < high * 0.6 ? 0 : low - (high - low) * 0.08, high + (high - low) * 0.08]) } },
    axes: [
      { ...axis, size: size * 2.2, gap: 8, grid: { show: false }, incrs: [1, 2, 3, 6, 12, 24], space: size * 5.5, values: (_, places) => places.map((place) => months[place] ?? "") },
      { ...axis, size: ranked ? size * 2 : size * 5, gap: 8, space: size * 3.4, incrs: ranked ? [1] : undefined, values: (_, values) => values.map((value) => (ranked ? (value >= 1 && value <= series.length ? String(value) : "") : write(value))) },
    ],
    series: [{}, ...series.map((each) => ({ stroke: css(each.colour), width: Math.max(3, innerHeight / 260), points: { show: months.length < 4, size: 9, fill: css(each.colour) }, spanGaps: false }))],
    hooks: { draw: [(u) => {
      const ratio = devicePixelRatio;
      const ends = series.map((each) => {
        const at = lastKnown(each.values);
        return at < 0 ? null : { each, x: u.valToPos(at, "x", true), y: u.valToPos(each.values[at], "y", true), value: each.values[at] };
      }).filter(Boolean).sort((a, b) => a.y - b.y);
      const gap = size * 1.35 * ratio;
      let low = -Infinity;
      for (const end of ends) { end.at = Math.max(end.y, low + gap); low = end.at; }
      const over = low - (u.bbox.top + u.bbox.height);
      if (over > 0) { let high = Infinity; for (const end of ends.toReversed()) { end.at = Math.min(end.at, high - gap, u.bbox.top + u.bbox.height); high = end.at; } }
      u.ctx.save();
      u.ctx.textBaseline = "middle";
      u.ctx.textAlign = "left";
      for (const end of ends) {
        u.ctx.fillStyle = css(end.each.colour);
        u.ctx.beginPath();
        u.ctx.arc(end.x, end.y, 5 * ratio, 0, 7);
        u.ctx.fill();
        u.ctx.font = `600 ${size * ratio}px "Race", "Race JP", sans-serif`;
        const left = u.bbox.left + u.bbox.width + 12 * ratio;
        u.ctx.fillText(end.each.name, left, end.at);
        if (!ranked) {
          const wide = u.ctx.measureText(`${end.each.name}  `).width;
          u.ctx.fillStyle = css("text");
          u.ctx.fillText(write(end.value), left + wide, end.at);
        }
      }
      u.ctx.restore();
    }] },
  };
  chart = new uPlot(options, [xs, ...series.map((each) => xs.map((place) => each.values[place] ?? null))], holder);
}

function big(given) {
  const most = Math.max(1, ...given.bars.map((bar) => bar.count));
  return h("section", { class: "panel spread" }, h("h2", { class: "asked" }, given.question.text),
    h("ul", { class: "bars" }, given.bars.map((bar) => h("li", { class: bar.right ? "hit" : "" }, h("span", { class: "label" }, bar.label, bar.right ? [" ", icon("circle-check", "good")] : ""),
      h("span", { class: "bar", "data-colour": bar.colour || false }, h("i", { part: bar.count / most })), h("span", { class: "right strong" }, String(bar.count))))),
    h("p", { class: "muted" }, say("room-answers-so-far", { answers: given.answers }), given.middle ? ` · ${say("room-middle", { value: given.middle })}` : "",
      given.truth ? h("b", { class: "good" }, ` · ${say("room-happened", { truth: given.truth })}`) : "", given.truth && given.answers ? ` · ${say("room-right", { right: given.right, answers: given.answers })}` : ""));
}

function answers() {
  const { room, screen } = state;
  const open = room.question && !screen.spreads.some((each) => each.question.number === room.question.number);
  return h("div", { class: "stack" },
    open ? h("section", { class: "panel spread" }, h("h2", { class: "asked" }, room.question.text), h("p", { class: "count" }, say("room-answers-of", { answers: room.answers, players: room.players })),
      room.question.choices.length ? h("ul", { class: "row wrap" }, room.question.choices.map(([, label, colour]) => h("li", { class: "chip team" }, colour ? dot(colour) : null, label))) : null) : null,
    screen.spreads.slice(0, 2).map(big),
    !open && !screen.spreads.length ? h("p", { class: "panel big muted" }, say("room-no-answers")) : null);
}

function told(list) {
  return h("ul", { class: "told" }, list.map((item) => h("li", {}, icon(item.icon, item.tone), h("span", { class: "month muted" }, item.month), h("span", { class: "who" }, dot(item.colour), item.firm), h("span", { class: "grow" }, item.text, item.why ? h("span", { class: "why muted" }, item.why) : null))));
}

function turns() {
  const { screen } = state;
  const found = screen.debrief?.moments ?? [];
  return h("section", { class: "panel" }, h("h2", { class: "asked" }, say("room-moments")),
    found.length ? told(found) : screen.debrief ? h("p", { class: "big muted" }, say("moment-none")) : told(screen.news.map((item) => ({ ...item, firm: "" }))));
}

function debrief() {
  const { screen } = state;
  const found = screen.debrief;
  if (!found) return h("p", { class: "panel big muted" }, say("room-not-over"));
  const holder = found.places.length ? h("div", { class: "plot small", role: "img", "aria-label": say("room-places") }) : null;
  if (holder) queueMicrotask(() => plot(holder, { key: "places", shape: "whole", series: found.places }, found.places[0].values.map((_, place) => whole(place + 1))));
  return h("div", { class: "debriefpage" },
    h("section", { class: "panel result" }, h("h2", { class: "asked" }, icon("award", "warn"), found.title), found.reason ? h("p", { class: "muted" }, found.reason) : null, h("p", { class: "soft" }, screen.goal),
      h("table", { class: "scores" }, h("tbody", {}, found.scores.map((line) => h("tr", { class: line.won ? "won" : "" }, h("td", {}, String(line.place)), h("td", {}, dot(line.colour), " ", line.name, h("span", { class: "muted team" }, line.team)), h("td", { class: "n" }, line.total)))))),
    holder ? h("section", { class: "panel" }, h("h2", {}, icon("trophy"), say("room-places")), holder) : alone(screen),
    found.largest.length ? h("section", { class: "panel" }, h("h2", {}, icon("star"), say("room-moments")), told(found.largest)) : null,
    screen.spreads.length ? big(screen.spreads.find((each) => each.truth) ?? screen.spreads[0]) : null,
    found.question ? h("section", { class: "panel exit" }, h("h2", {}, icon("circle-help"), say("room-exit")), h("p", { class: "big" }, found.question)) : null);
}

/** Who plays alone has no places: the goal's figure over the months. */
function alone(screen) {
  const found = screen.charts.find((each) => each.key === "score") ?? screen.charts[0];
  if (!found) return null;
  const holder = h("div", { class: "plot small", role: "img", "aria-label": found.name });
  queueMicrotask(() => plot(holder, found, screen.months));
  return h("section", { class: "panel" }, h("h2", {}, icon("chart-line"), found.name), holder);
}

function whatif() {
  const found = state.screen.whatif;
  if (!found) return h("p", { class: "panel big muted" }, say("room-no-answers"));
  return h("section", { class: "panel" }, h("h2", { class: "asked" }, say("room-whatif")), h("p", { class: "big" }, say("room-whatif-line", { firm: found.firm, month: found.month, order: found.text })),
    h("table", { class: "scores" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("room-firm-column")), h("th", { class: "n", scope: "col" }, say("room-was")), h("th", { class: "n", scope: "col" }, say("room-without")))),
      h("tbody", {}, found.scores.map(([name, colour, was, then]) => h("tr", {}, h("td", {}, dot(colour), " ", name), h("td", { class: "n" }, was), h("td", { class: "n strong" }, then))))),
    h("p", { class: "muted" }, found.parts ? say("room-parts", { month: found.parts }) : say("room-parts-never")));
}
