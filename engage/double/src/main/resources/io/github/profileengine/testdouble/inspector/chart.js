// Small charts, drawn as SVG.

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 90;

/**
 * @param {string} name
 * @param {Object<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function svg(name, attributes, ...children) {
    const element = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, String(value));
    }
    element.append(...children);
    return element;
}

/**
 * A line over time, filled to its foot; the highest value is written on it.
 * @param {string} title
 * @param {number[]} values oldest first
 * @param {number} most how many there are when the chart is full
 * @param {(value: number) => string} [format]
 */
export function line(title, values, most, format = (value) => Math.round(value).toLocaleString('en')) {
    const top = Math.max(1, ...values);
    const last = values.at(-1) ?? 0;
    const x = (/** @type {number} */ at) => ((most - values.length + at) / Math.max(1, most - 1)) * WIDTH;
    const y = (/** @type {number} */ value) => HEIGHT - 4 - (value / top) * (HEIGHT - 24);
    const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
    const foot = values.length > 0
        ? `${x(0).toFixed(1)},${HEIGHT} ${points.join(' ')} ${x(values.length - 1).toFixed(1)},${HEIGHT}` : '';
    const summary = `${title}: now ${format(last)}, at most ${format(top)}`;
    return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'img', 'aria-label': summary },
        svg('line', { x1: 0, x2: WIDTH, y1: y(top), y2: y(top), class: 'grid' }),
        svg('polygon', { points: foot, class: 'area' }),
        svg('polyline', { points: points.join(' '), class: 'stroke' }),
        svg('text', { x: 2, y: 14, class: 'label' }, format(top)));
}
