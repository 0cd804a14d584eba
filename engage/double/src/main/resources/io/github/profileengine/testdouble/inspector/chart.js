// Small charts, drawn as SVG.

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 480;
const HEIGHT = 110;

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
 * A line chart with a filled area and the highest value as a label.
 * @param {string} title
 * @param {number[]} values oldest first, the last one of now
 * @param {string} ago how long ago the first one was
 * @param {(value: number) => string} [format]
 */
export function line(title, values, ago, format = (value) => Math.round(value).toLocaleString('en')) {
    const top = Math.max(1, ...values);
    const foot = HEIGHT - 16;
    const x = (/** @type {number} */ at) => ((at / Math.max(1, values.length - 1)) * WIDTH).toFixed(1);
    const y = (/** @type {number} */ value) => (foot - (value / top) * (foot - 18)).toFixed(1);
    const points = values.map((value, at) => `${x(at)},${y(value)}`).join(' ');
    const summary = `${title}: now ${format(values.at(-1) ?? 0)}, at most ${format(Math.max(0, ...values))}`;
    return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'img', 'aria-label': summary },
        svg('line', { x1: 0, x2: WIDTH, y1: y(top), y2: y(top), class: 'grid' }),
        svg('line', { x1: 0, x2: WIDTH, y1: foot, y2: foot, class: 'grid' }),
        svg('polygon', { points: `0,${foot} ${points} ${WIDTH},${foot}`, class: 'area' }),
        svg('polyline', { points, class: 'stroke' }),
        svg('text', { x: 2, y: 13, class: 'label' }, format(top)),
        svg('text', { x: 2, y: HEIGHT - 3, class: 'label' }, ago),
        svg('text', { x: WIDTH - 2, y: HEIGHT - 3, class: 'label', 'text-anchor': 'end' }, 'now'));
}
