// The overview: how much the double has done, and how to send it something.
import { get } from './api.js';
import { empty, h, redraw } from './dom.js';
import { listen, paced, standing } from './live.js';
import { line } from './chart.js';
import { ruleLink, tone } from './outcomes.js';
import { block, counted, plural } from './values.js';

/** How many rules are shown: the further ones rarely decided often. */
const RULES = 14;

/**
 * The counts that are shown: singular, plural, link, and how to read the number from a status.
 * @type {[string, string, string, (status: any) => number | bigint][]}
 */
const TILES = [
    ['request', 'requests', '#/requests', ({ journal }) => journal.total],
    ['profile', 'profiles', '#/profiles', ({ engine }) => engine.profiles],
    ['update accepted', 'updates accepted', '#/requests?verdict=applied', ({ engine }) => engine.accepted],
    ['record rejected', 'records rejected', '#/requests?verdict=rejected', ({ journal }) => journal.rejected],
    ['alias', 'aliases', '#/profiles', ({ engine }) => engine.aliases],
    ['fork', 'forks', '#/forks', ({ forks }) => forks],
];

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function overviewView(root) {
    const view = new Overview(root);
    const stop = listen('status', paced(async () => view.draw(), 250));
    const timer = setInterval(() => view.look(), 1000);
    return {
        show() {
            view.draw();
            view.look();
        },
        leave() {
            stop();
            clearInterval(timer);
        },
    };
}

/**
 * It changes every second, so its elements are created only once: the user may be selecting, unfolding or clicking
 * them.
 */
class Overview {
    /** @param {HTMLElement} root */
    constructor(root) {
        /** @type {any} */
        this.pulse = null;
        this.tiles = TILES.map(tile);
        /** @type {ReturnType<typeof ruleRow>[]} */
        this.rows = [];
        this.begin = h('div');
        this.lines = h('div');
        this.rules = h('section.card');
        this.charts = h('div.charts', { hidden: true }, this.lines, this.rules);
        this.age = h('span');
        this.waiting = h('p.muted', null, 'Waiting for the double …');
        this.known = h('div', { hidden: true }, this.begin, h('div.tiles', null, this.tiles.map((its) => its.element)),
            this.charts,
            h('p.muted', null, this.age, ' Programs steer it by ',
                h('a', { href: '/__double/openapi.json' }, 'openapi.json'), '.'));
        root.append(h('div.page', null, h('h1', null, 'Overview'), this.waiting, this.known));
    }

    async look() {
        try {
            this.pulse = await get('/pulse');
        } catch {
            // The last charts stay. The banner says that the double is gone.
        }
        this.draw();
    }

    draw() {
        const { pulse } = this;
        const { status } = standing;
        if (!status) {
            return;
        }
        this.waiting.hidden = true;
        this.known.hidden = false;
        const nothing = status.journal.kept === 0;
        redraw(this.begin, [nothing, status.prefix], () => [nothing && begin(status)]);
        this.tiles.forEach((its) => its.show(status));
        const seconds = Math.floor((performance.now() - standing.started) / 1000);
        write(this.age, `Version ${status.version}, up for ${duration(seconds)}.`);
        if (pulse) {
            this.charts.hidden = false;
            redraw(this.lines, [pulse.updates, pulse.profiles, pulse.bytes], () => charts(pulse));
            this.drawRules(pulse.outcomes);
        }
    }

    /** @param {{rule: string, outcome: string, count: number}[]} outcomes */
    drawRules(outcomes) {
        const all = outcomes.sort((one, other) => Number(other.count) - Number(one.count));
        const shown = all.slice(0, RULES);
        redraw(this.rules, [all.length, shown.map(({ rule }) => rule)], () => {
            this.rows = shown.map(ruleRow);
            return [
                h('h2', null, 'Outcomes by rule'),
                all.length === 0 && h('p.muted', null, 'No operation has decided anything yet.'),
                h('ul.bars', null, this.rows.map((its) => its.element)),
                all.length > RULES && h('p.muted', null, `and ${counted(all.length - RULES, 'rule', 'rules')} more`),
            ];
        });
        this.rows.forEach((its, at) => its.show(shown[at].count, Number(shown[0].count)));
    }
}

/** @param {any} pulse */
function charts(pulse) {
    const ago = `${pulse.updates.length / 60} minutes ago`;
    const each = pulse.profiles.map((/** @type {number} */ count, /** @type {number} */ at) =>
        (count === 0 ? 0 : Number(pulse.bytes[at]) / count));
    // Leave out the present second, which is not over.
    const whole = pulse.updates.slice(0, -1);
    return [
        chart('Updates per second', whole.at(-1), line('Updates per second', whole, ago)),
        chart('Profiles', pulse.profiles.at(-1), line('Profiles', pulse.profiles, ago)),
        chart('Bytes per profile', Math.round(each.at(-1)), line('Bytes per profile', each, ago),
            `${plural(pulse.bytes.at(-1), 'byte')} in all, with the room that is kept for more`),
    ];
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
 * The setup line of some SDKs.
 * @param {string} url
 * @param {string} prefix
 */
function setups(url, prefix) {
    const scheme = location.protocol.replace(':', '');
    return [
        `Browser  mixpanel.init('TOKEN', { api_host: '${url}' })`,
        `Node     Mixpanel.init('TOKEN', { host: '${location.host}', path: '${prefix}', protocol: '${scheme}' })`,
        `Python   Mixpanel('TOKEN', consumer=Consumer(events_url='${url}/track', people_url='${url}/engage', `
            + `import_url='${url}/import', groups_url='${url}/groups'))`,
        `Go       mixpanel.NewApiClient("TOKEN", mixpanel.ProxyApiLocation("${url}"))`,
        `curl     curl '${url}/engage' --data-urlencode 'data={"$token":"TOKEN","$distinct_id":"u1",`
            + `"$set":{"plan":"pro"}}'`,
    ].join('\n\n');
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
    redraw(element, text, () => [text]);
}

/** @param {typeof TILES[number]} its */
function tile([one, more, href, count]) {
    const number = h('strong');
    const name = h('span');
    return {
        element: h('a.tile', { href }, number, name),
        /** @param {any} status */
        show(status) {
            const its = count(status);
            write(number, its.toLocaleString('en'));
            write(name, Number(its) === 1 ? one : more);
        },
    };
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

/** @param {{rule: string, outcome: string}} its */
function ruleRow({ rule, outcome }) {
    const number = h('span');
    const bar = h('span.bar');
    return {
        element: h('li', { class: tone(outcome) }, ruleLink(rule),
            h('span.amount', null, number, ' ', h('span.muted', null, outcome.toLowerCase())),
            h('span.track', { 'aria-hidden': 'true' }, bar)),
        /**
         * @param {number} count
         * @param {number} most the count of the rule that decided most often
         */
        show(count, most) {
            write(number, count.toLocaleString('en'));
            bar.style.width = `${Math.max(1, (Number(count) / most) * 100)}%`;
        },
    };
}

/** @param {number} seconds */
function duration(seconds) {
    return seconds < 90 ? plural(seconds, 'second')
        : seconds < 5400 ? plural(Math.round(seconds / 60), 'minute') : plural(Math.round(seconds / 3600), 'hour');
}
