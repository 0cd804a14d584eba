// Live news from the double. Views subscribe to topics; after a gap they are told to fetch again.
import { ROOT, get } from './api.js';
import { parse } from './json.js';

/** @typedef {'requests' | 'status' | 'state' | 'resync'} Topic */

/**
 * If the last two runs of an action both took longer than LONG_MILLIS, it pauses for REST times the shorter of them, so
 * that a million profiles are not searched often. One long run does not count: it may be slow only because a page that
 * opens keeps the browser busy.
 */
const LONG_MILLIS = 150;
const REST = 3;

/** @type {Map<Topic, Set<(news: any) => void>>} */
const listeners = new Map();
/** @type {EventSource | null} */
let source = null;

/**
 * The state of the connection: whether the double answers, whether this page polls it, its last status, and the moment
 * of performance.now() at which it started.
 */
export const standing = { connected: false, asking: false, status: /** @type {any} */ (null), started: 0 };

/**
 * Subscribes to a topic, until the returned function is called.
 * @param {Topic} topic
 * @param {(news: any) => void} listener
 * @returns {() => void}
 */
export function listen(topic, listener) {
    const its = listeners.get(topic) ?? new Set();
    listeners.set(topic, its);
    its.add(listener);
    return () => its.delete(listener);
}

/**
 * @param {Topic} topic
 * @param {any} news
 */
function tell(topic, news) {
    listeners.get(topic)?.forEach((listener) => listener(news));
}

/**
 * Limits how often an action runs. It starts at once, but never twice at the same time, and not again before a pause.
 * All calls meanwhile lead to one more run afterwards. So a burst of news does not become a burst of requests, and an
 * action that takes the double long runs less often.
 * @param {() => Promise<void>} action
 * @param {number} pauseMillis
 * @returns {() => Promise<void>}
 */
export function paced(action, pauseMillis) {
    let running = false;
    let again = false;
    let before = 0;
    return async function run() {
        again = running;
        if (running) {
            return;
        }
        running = true;
        try {
            const begun = performance.now();
            await action();
            const took = performance.now() - begun;
            const usual = Math.min(took, before);
            before = took;
            const pause = usual > LONG_MILLIS ? Math.max(pauseMillis, REST * usual) : pauseMillis;
            await new Promise((resolve) => {
                setTimeout(resolve, pause);
            });
        } finally {
            running = false;
        }
        if (again) {
            await run();
        }
    };
}

/**
 * @param {boolean} connected
 * @param {boolean} [asking]
 */
function setConnected(connected, asking = false) {
    if (standing.connected !== connected || standing.asking !== asking) {
        standing.connected = connected;
        standing.asking = asking;
        tell('state', connected);
    }
}

/** @param {any} status */
function setStatus(status) {
    if (status.run !== standing.status?.run) {
        // Only from the first status of a run: it is told in whole seconds.
        standing.started = performance.now() - 1000 * Number(status.uptime_seconds);
    }
    standing.status = status;
    tell('status', status);
}

/** Polls once. Used while the double has no free stream for this page. */
async function lookOnce() {
    try {
        setStatus(await get('/health'));
        setConnected(true, true);
        tell('resync', null);
    } catch {
        setConnected(false);
    }
}

function open() {
    source?.close();
    const its = new EventSource(`${ROOT}/events`);
    source = its;
    // Views must fetch again: what happened between their last fetch and now was not reported.
    its.addEventListener('open', () => {
        setConnected(true);
        tell('resync', null);
    });
    its.addEventListener('error', () => {
        if (its.readyState !== EventSource.CLOSED) {
            setConnected(false);
        } else if (source === its) {
            lookOnce();
            setTimeout(() => source === its && open(), 3000);
        }
    });
    its.addEventListener('requests', (event) => tell('requests', parse(event.data)));
    its.addEventListener('status', (event) => {
        setStatus(parse(event.data));
    });
}

/** Starts to listen. A hidden page does not listen, because browsers allow only few connections to one server. */
export function begin() {
    document.hidden || open();
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) {
            source?.close();
            source = null;
        } else if (!source) {
            open();
        }
    });
}
