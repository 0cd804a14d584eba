// The view of the double's clock.
import { change, get } from './api.js';
import { button, careful, failure, field, fill, h } from './dom.js';
import { listen } from './live.js';

/** @type {[string, number][]} */
const STEPS = [['1 minute', 60], ['1 hour', 3600], ['1 day', 86400], ['30 days', 2592000]];

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function clockView(root) {
    const told = h('div', { role: 'status' });
    const face = h('div');
    const moment = /** @type {HTMLInputElement} */ (
        h('input', { placeholder: '2026-01-31T12:00:00Z', spellcheck: 'false' }));
    const seconds = /** @type {HTMLInputElement} */ (h('input', { type: 'number', min: 0, value: 10, step: 'any' }));

    let refused = false;

    /** @param {() => Promise<any>} ask */
    async function apply(ask) {
        refused = false;
        try {
            draw(await ask());
            fill(told);
        } catch (problem) {
            refused = true;
            fill(told, failure(problem, 'now'));
        }
    }

    async function look() {
        try {
            draw(await get('/clock'));
            refused || fill(told);
        } catch (problem) {
            refused || fill(told, failure(problem));
        }
    }

    /** @param {{now: string, stopped: boolean}} clock */
    function draw(clock) {
        fill(face,
            h('p.face', null, clock.now.replace(/\.\d+Z$/, 'Z')),
            h('p', null, clock.stopped ? 'It stands still.' : 'It follows the system. Moving it stops it.'));
    }

    const set = (/** @type {any} */ body) => apply(() => change('PUT', '/clock', body));
    const advance = (/** @type {number} */ by) => apply(() => change('POST', '/clock/advance', { seconds: by }));

    root.append(h('div.page', null,
        h('h1', null, 'Clock'),
        h('p', null, '$created, $last_seen and updates without $time go by this clock.'),
        h('section.card', { 'aria-label': 'Clock' }, face, told,
            h('div.actions', null,
                button('Stop it', () => set({ stopped: true })),
                button('Follow the system', () => set({ stopped: false })))),
        h('section', { 'aria-label': 'Move it on' }, h('h2', null, 'Move it on'),
            h('div.actions', null, STEPS.map(([label, by]) => button(`+ ${label}`, () => advance(by)))),
            h('form.filters', {
                submit: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    advance(Number(seconds.value));
                },
            }, field('By seconds', seconds), h('button', { type: 'submit' }, 'Advance'))),
        h('section', { 'aria-label': 'Stop it at a moment' }, h('h2', null, 'Stop it at a moment'),
            h('form.filters', {
                submit: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    set({ stopped: true, now: moment.value });
                },
            }, field('Moment', moment), h('button', { type: 'submit' }, 'Set'))),
        h('section', { 'aria-label': 'Start over' }, h('h2', null, 'Start over'),
            h('p.muted', null,
                'Forgets every profile, alias and request and sets the clock back to how it started. Forks stay.'),
            careful('Forget everything', async () => {
                try {
                    await change('POST', '/reset');
                    fill(told);
                } catch (problem) {
                    fill(told, failure(problem));
                }
                look();
            }))));
    const stop = listen('status', look);
    const timer = setInterval(look, 5000);
    return {
        show: look,
        leave() {
            stop();
            clearInterval(timer);
        },
    };
}
