// Numbers as the language of the page writes them: the same as the game's own (a test compares them).
import { language, say } from "/web/common.js";

const STEPS = {
  en: [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "k"]],
  ja: [[1e12, "兆"], [1e8, "億"], [1e4, "万"]],
};
const APART = { en: 1e3, ja: 1e4 };

const grouped = (value, digits = 0) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const trim = (text) => (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text);

function three(scaled, keepZeros) {
  const text = scaled < 10 ? scaled.toFixed(2) : scaled < 100 ? scaled.toFixed(1) : grouped(Math.round(scaled));
  return keepZeros && scaled < 10 ? text : trim(text);
}

function short(size, keepZeros) {
  const steps = STEPS[language];
  for (let place = 0; place < steps.length; place += 1) {
    let [step, letter] = steps[place];
    let scaled = Number((size / step).toPrecision(3));
    if (scaled >= 1) {
      if (scaled >= APART[language] && place) {
        [step, letter] = steps[place - 1];
        scaled /= APART[language];
      }
      return three(scaled, keepZeros) + letter;
    }
  }
  return grouped(Math.round(size));
}

const sign = (value) => (value < 0 ? "-" : "");

export const money = (usd) => `${sign(usd)}$${short(Math.abs(usd), true)}`;
export const cards = (count) => sign(count) + short(Math.abs(count), false);
export const whole = (count) => sign(count) + grouped(Math.abs(Math.round(count)));
export const percent = (share, digits = 0) => `${sign(share)}${grouped(Math.abs(share) * 100, digits)}%`;

export function power(kw) {
  const mw = Math.abs(kw) / 1000;
  return `${sign(kw)}${mw < 9.95 ? mw.toFixed(1).replace(/\.0$/, "") : grouped(Math.round(mw))} MW`;
}

export function shape(name, value) {
  switch (name) {
    case "money": return money(value);
    case "power": return power(value);
    case "cards": return cards(value);
    case "percent": return percent(value);
    case "growth": return `${value > 0 ? "+" : ""}${percent(value, 1)}`;
    case "ratio": return value.toFixed(2);
    case "times": return `${value.toFixed(2)} ×`;
    case "months": return say("room-months", { months: Math.round(value) });
    case "guidance": return say(`guidance-${["down", "flat", "up"][Math.round(value) + 1]}`);
    case "score": return trim(value.toFixed(1));
    default: return whole(value);
  }
}
