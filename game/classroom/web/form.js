// The form of one order: a control for each value, and below them the door's answer as it stands.
import { byId, h, icon, say } from "/web/common.js";
import { shape } from "/web/figures.js";

const WAIT_MS = 140;

/** Open the form of an option. `place` is the order of the plan that it changes, -1 for a new one. */
export async function openForm(page, state, option, place, layOut) {
  const dialog = byId("form");
  const others = state.orders.filter((_, at) => at !== place);
  const full = others.length >= state.board.initiative;
  const planned = full ? others.slice(0, -1) : others;
  let values;
  if (place >= 0) {
    values = { ...state.orders[place] };
    delete values.order;
  } else {
    try {
      values = (await page.ask("begin", { orders: planned, kind: option.kind, group: option.group })).values;
    } catch { values = null; }
  }
  if (!values) return;

  let asked = 0;
  let answer = null;
  const order = () => ({ order: option.kind, ...values });
  const box = h("div", { class: "quote", "aria-live": "polite" });
  const add = h("button", { class: "primary grow", id: "form-add", type: "submit" }, icon("check"), say(place >= 0 ? "room-form-change" : "room-form-add"));

  async function look() {
    const mine = asked += 1;
    try {
      const heard = await page.ask("ask", { orders: planned, order: order() });
      if (mine !== asked) return;
      answer = heard.quote;
    } catch (error) {
      if (mine !== asked) return;
      answer = { refused: error.text || say("room-line"), lines: [], most: 0 };
    }
    show();
  }

  function show() {
    add.disabled = Boolean(answer.refused);
    const most = answer.refused && answer.most && option.amount && option.fields.find((field) => field.name === option.amount);
    box.replaceChildren(...[
      answer.refused ? h("div", { class: `banner ${answer.neutral ? "" : "bad"}` }, icon(answer.neutral ? "info" : "ban"), h("div", { class: "grow" },
        h("p", {}, answer.refused),
        most && answer.most >= most.low ? h("button", { type: "button", class: "slim", onclick: () => set(most, answer.most) }, say("room-form-most", { amount: shape(most.shape, answer.most) })) : null)) : null,
      answer.refused ? null : h("dl", { class: "lines" },
        answer.lines.map(([name, value, tone]) => h("div", {}, h("dt", {}, name), h("dd", { class: tone }, value))),
        answer.fill ? h("div", {}, h("dt", {}, say("quote-fill")), h("dd", { class: "warn" }, answer.fill)) : null,
        h("div", {}, h("dt", {}, say("quote-ready")), h("dd", { class: "accent" }, answer.ready)),
        h("div", {}, h("dt", {}, say("plan-cash")), h("dd", {}, answer.after))),
    ].filter(Boolean));
  }

  let timer;
  function changed() {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  }

  function set(field, value) {
    values[field.name] = value;
    draw();
    changed();
  }

  function control(field) {
    const id = `field-${field.name}`;
    if (field.kind === "choice") {
      if (field.choices.length < 2) return field.choices.length && field.choices[0][1] !== option.name && option.kind !== "set_policy"
        ? h("p", { class: "row between" }, h("span", { class: "soft small" }, field.label), h("b", {}, field.choices[0][1])) : null;
      return h("label", {}, h("span", {}, field.label), h("select", { id, onchange: (event) => { values[field.name] = event.target.value; changed(); } },
        field.choices.map(([value, label]) => h("option", { value, selected: values[field.name] === value }, label))));
    }
    if (field.kind === "flag") {
      return h("label", { class: "tick" }, h("input", { type: "checkbox", id, checked: Boolean(values[field.name]), onchange: (event) => { values[field.name] = event.target.checked; changed(); } }), field.label);
    }
    const output = h("output", { for: id }, shape(field.shape, values[field.name]));
    const steps = Math.max(1, Math.ceil((field.high - field.low) / field.step - 1e-9));
    const at = Math.round((values[field.name] - field.low) / field.step);
    return h("label", { class: "amount" },
      h("span", { class: "row between" }, field.label, output),
      h("input", { type: "range", id, min: "0", max: String(steps), step: "1", value: String(at), "aria-valuetext": shape(field.shape, values[field.name]), oninput: (event) => {
        const wished = Math.min(field.high, field.low + Number(event.target.value) * field.step);
        values[field.name] = field.whole ? Math.round(wished) : Number(wished.toFixed(6));
        output.textContent = shape(field.shape, values[field.name]);
        event.target.setAttribute("aria-valuetext", output.textContent);
        changed();
      } }));
  }

  function draw() {
    dialog.replaceChildren(h("form", { class: "stack", onsubmit: (event) => {
      event.preventDefault();
      if (add.disabled || !answer) return;
      const next = place >= 0 ? state.orders.map((each, at) => (at === place ? order() : each)) : [...(full ? state.orders.slice(0, -1) : state.orders), order()];
      dialog.close();
      layOut(next);
    } },
    h("div", { class: "row between" }, h("h2", { id: "form-title" }, icon(option.icon, "accent"), option.name),
      h("button", { type: "button", class: "quiet", "aria-label": say("room-close"), onclick: () => dialog.close() }, icon("x"))),
    h("p", { class: "small soft" }, option.about),
    full && place < 0 ? h("p", { class: "small warn" }, say("room-form-instead")) : null,
    option.fields.map(control),
    box,
    h("div", { class: "row foot" }, add)));
  }

  draw();
  add.disabled = true;
  dialog.onclose = () => byId(`option-${option.kind}-${option.group}`)?.focus();
  dialog.showModal();
  look();
}
