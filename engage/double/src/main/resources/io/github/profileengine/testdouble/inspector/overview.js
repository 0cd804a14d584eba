// How much the double has done, and how to send it something.
import { get } from './api.js';
import { empty, fill, h, keepFocus } from './dom.js';
import { listen, standing } from './live.js';
import { line } from './chart.js';
import { ruleLink, tone } from './outcomes.js';
import { block, counted, plural } from './values.js';

/** More rules than these are few that decided often. */
const RULES = 14;

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function overviewView(root) {
    const page = h('div.page');
    root.append(page);
    let pulse = /** @type {any} */ (null);
    const draw = () => keepFocus(page, () => drawPage(page, pulse));
    const look = async () => {
        try {
            pulse = await get('/pulse');
        } catch {
            // What was seen last stays; the banner tells that the double is gone.
        }
        draw();
    };
    const stop = listen('status', draw);
    const timer = setInterval(look, 1000);
    return {
        show() {
            draw();
            look();
        },
        leave() {
            stop();
            clearInterval(timer);
        },
    };
}

/**
 * @param {HTMLElement} page
 * @param {any} pulse
 */
function drawPage(page, pulse) {
    const { status } = standing;
    if (!status) {
        fill(page, h('h1', null, 'Overview'), h('p.muted', null, 'Waiting for the double …'));
        return;
    }
    const { engine, journal } = status;
    fill(page,
        h('h1', null, 'Overview'),
        journal.kept === 0 && begin(status),
        h('div.tiles', null,
            tile(journal.total, 'request', 'requests', '#/requests'),
            tile(engine.profiles, 'profile', 'profiles', '#/profiles'),
            tile(engine.accepted, 'update accepted', 'updates accepted', '#/requests?verdict=applied'),
            tile(journal.rejected, 'record rejected', 'records rejected', '#/requests?verdict=rejected'),
            tile(engine.aliases, 'alias', 'aliases', '#/profiles'),
            tile(status.forks, 'fork', 'forks', '#/forks')),
        pulse && charts(pulse),
        h('p.muted', null, `Version ${status.version}, up for ${duration(Number(status.uptime_seconds))}. `,
            'Programs steer it by ', h('a', { href: '/__double/openapi.json' }, 'openapi.json'), '.'));
}

/** @param {any} pulse */
function charts(pulse) {
    const ago = `${pulse.updates.length / 60} minutes ago`;
    const each = pulse.profiles.map((/** @type {number} */ count, /** @type {number} */ at) =>
        (count === 0 ? 0 : Number(pulse.bytes[at]) / count));
    // The present second is not over.
    const whole = pulse.updates.slice(0, -1);
    return h('div.charts', null,
        h('div', null,
            chart('Updates per second', whole.at(-1), line('Updates per second', whole, ago)),
            chart('Profiles', pulse.profiles.at(-1), line('Profiles', pulse.profiles, ago)),
            chart('Bytes per profile', Math.round(each.at(-1)), line('Bytes per profile', each, ago),
                `${plural(pulse.bytes.at(-1), 'byte')} in all, with the room that is kept for more`)),
        rules(pulse.outcomes));
}

/** @param {any} status */
function begin(status) {
    const url = location.origin + status.prefix;
    return h('div', null,
        empty('Nothing has come in yet.', 'Point an SDK at ', h('code', null, url), ', or ',
            h('a', { href: '#/try' }, 'send an update from here'), '.'),
        h('details.section', null, h('summary', null, 'How to point an SDK here'),
            block(setups(url, status.prefix), 'How to point an SDK here')));
}

/**
 * A line for each of some SDKs.
 * @param {string} url
 * @param {string} prefix
 */
function setups(url, prefix) {
    const scheme = location.protocol.replace(':', '');
    return [
        `Browser  mixpanel.init('TOKEN', { api_host: '${url}' })`,
        `Node     Mixpanel.init('TOKEN', { host: '${location.host}', path: '${prefix}', protocol: '${scheme}' })`,
        `Python   Mixpanel('TOKEN', consumer=Consumer(events_url='${url}/track', people_url='${url}/engage'))`,
        `Go       mixpanel.NewApiClient("TOKEN", mixpanel.ProxyApiLocation("${url}"))`,
        `curl     curl '${url}/engage' --data-urlencode 'data={"$token":"TOKEN","$distinct_id":"u1",`
            + `"$set":{"plan":"pro"}}'`,
    ].join('\n\n');
}

/**
 * @param {number | bigint} count
 * @param {string} one
 * @param {string} more
 * @param {string} href
 */
function tile(count, one, more, href) {
    return h('a.tile', { href }, h('strong', null, count.toLocaleString('en')),
        h('span', null, Number(count) === 1 ? one : more));
}

/**
 * @param {string} title
 * @param {number} now
 * @param {Node} drawing
 * @param {string} [note]
 */
function chart(title, now, drawing, note) {
    return h('section.card', null,
        h('h2', null, title, ' ', h('span.amount', null, now.toLocaleString('en'))), drawing,
        note && h('p.muted.small', null, note));
}

/** @param {{rule: string, outcome: string, count: number}[]} outcomes */
function rules(outcomes) {
    const all = outcomes.sort((one, other) => Number(other.count) - Number(one.count));
    const most = Number(all[0]?.count ?? 1);
    return h('section.card', null, h('h2', null, 'Outcomes by rule'),
        all.length === 0 && h('p.muted', null, 'No operation has decided anything yet.'),
        h('ul.bars', null, all.slice(0, RULES).map(({ rule, outcome, count }) => {
            const bar = h('span.bar');
            bar.style.width = `${Math.max(1, (Number(count) / most) * 100)}%`;
            return h('li', { class: tone(outcome) }, ruleLink(rule),
                h('span.amount', null, count.toLocaleString('en'), ' ', h('span.muted', null, outcome.toLowerCase())),
                h('span.track', { 'aria-hidden': 'true' }, bar));
        })),
        all.length > RULES && h('p.muted', null, `and ${counted(all.length - RULES, 'rule', 'rules')} more`));
}

/** @param {number} seconds */
function duration(seconds) {
    return seconds < 90 ? plural(seconds, 'second')
        : seconds < 5400 ? plural(Math.round(seconds / 60), 'minute') : plural(Math.round(seconds / 3600), 'hour');
}
