// How much the double has done, and how to send it something.
import { empty, fill, h } from './dom.js';
import { listen, standing } from './live.js';
import { line } from './chart.js';
import { plural } from './values.js';

const SECONDS = 180;

/** Samples of each second since the page was opened; they go on while another view is shown. */
const history = { updates: /** @type {number[]} */ ([]), profiles: /** @type {number[]} */ ([]) };
let updates = -1;
let batch = 0;

listen('status', (status) => {
    const all = status.engine.accepted + status.engine.rejected;
    batch += updates < 0 || all < updates ? 0 : all - updates;
    updates = all;
});
setInterval(() => {
    if (standing.status) {
        history.updates.push(batch);
        history.profiles.push(standing.status.engine.profiles);
        batch = 0;
        history.updates.length > SECONDS && history.updates.shift();
        history.profiles.length > SECONDS && history.profiles.shift();
    }
}, 1000);

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function overviewView(root) {
    const page = h('div.page');
    root.append(page);
    const draw = () => drawPage(page);
    const stop = listen('status', draw);
    const timer = setInterval(draw, 1000);
    return {
        show: draw,
        leave() {
            stop();
            clearInterval(timer);
        },
    };
}

/** @param {HTMLElement} page */
function drawPage(page) {
    const { status } = standing;
    if (!status) {
        fill(page, h('h1', null, 'Overview'), h('p.muted', null, 'Waiting for the double …'));
        return;
    }
    const { engine, journal } = status;
    if (page.contains(document.activeElement) && document.activeElement !== document.body) {
        return;
    }
    fill(page,
        h('h1', null, 'Overview'),
        journal.total === 0 && begin(status),
        h('div.tiles', null,
            tile(journal.total, 'requests', '#/requests'),
            tile(engine.profiles, 'profiles', '#/profiles'),
            tile(engine.accepted, 'updates accepted', '#/requests?verdict=applied'),
            tile(engine.aliases, 'aliases', '#/profiles'),
            tile(status.forks, 'forks', '#/forks')),
        h('div.charts', null,
            chart('Updates per second', `the last ${SECONDS / 60} minutes of this page`,
                line('Updates per second', history.updates, SECONDS)),
            chart('Profiles', `${size(engine)} a profile, about`, line('Profiles', history.profiles, SECONDS)),
            rules(engine.outcomes)),
        h('p.muted', null, `Version ${status.version}, up for ${duration(Number(status.uptime_seconds))}. `,
            'Programs steer it by ', h('a', { href: '/__double/openapi.json' }, 'openapi.json'), '.'));
}

/** @param {any} status */
function begin(status) {
    const url = location.origin + status.prefix;
    return empty('Nothing has come in yet.',
        'Point an SDK at ', h('code', null, url), ', or ', h('a', { href: '#/try' }, 'send an update from here'), '.');
}

/**
 * @param {number | bigint} count
 * @param {string} name
 * @param {string} href
 */
function tile(count, name, href) {
    return h('a.tile', { href }, h('strong', null, count.toLocaleString('en')), h('span', null, name));
}

/**
 * @param {string} title
 * @param {string} note
 * @param {Node} drawing
 */
function chart(title, note, drawing) {
    return h('section.card', null, h('h2', null, title), h('p.muted', null, note), drawing);
}

/** @param {any} engine */
function size(engine) {
    const { profiles, estimated_bytes: bytes } = engine;
    return profiles === 0 ? 'no bytes' : plural(Math.round(Number(bytes) / Number(profiles)), 'byte');
}

/** @param {Object<string, number>} outcomes */
function rules(outcomes) {
    const all = Object.entries(outcomes).sort((one, other) => Number(other[1]) - Number(one[1]));
    const most = Number(all[0]?.[1] ?? 1);
    return h('section.card', null, h('h2', null, 'Outcomes by rule'),
        all.length === 0 && h('p.muted', null, 'No operation has decided anything yet.'),
        h('ul.bars', null, all.slice(0, 12).map(([rule, count]) => {
            const bar = h('span.bar');
            bar.style.width = `${Math.max(1, (Number(count) / most) * 100)}%`;
            return h('li', null, h('code', null, rule), h('span.amount', null, count.toLocaleString('en')),
                h('span.track', { 'aria-hidden': 'true' }, bar));
        })));
}

/** @param {number} seconds */
function duration(seconds) {
    return seconds < 90 ? plural(seconds, 'second')
        : seconds < 5400 ? plural(Math.round(seconds / 60), 'minute') : plural(Math.round(seconds / 3600), 'hour');
}
