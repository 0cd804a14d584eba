// What happens, while it happens. Views listen; after a gap they are told to look again.
import { ROOT, get } from './api.js';
import { parse } from './json.js';

/** @typedef {'requests' | 'status' | 'state' | 'resync'} Topic */

/**
 * After an action that took longer, as the one before did, there is rest, so many times as long: a million profiles are
 * not searched often. Once it may take long only because a page that opens keeps the browser busy.
 */
const LONG_MILLIS = 150;
const REST = 3;

/** @type {Map<Topic, Set<(news: any) => void>>} */
const listeners = new Map();
/** @type {EventSource | null} */
let source = null;

/** How things stand: whether the double is heard of, whether it tells by itself, and what it said last. */
export const standing = { connected: false, asking: false, status: /** @type {any} */ (null) };

/**
 * Listens until the function that it answers is called.
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
 * An action that runs at once, but never twice at the same time, and not again before a pause: what is asked for
 * meanwhile is done once, afterwards. So a burst of news does not become a burst of requests, and what takes the
 * double long is asked for less often.
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
    standing.status = status;
    tell('status', status);
}

/** A double that tells enough others already is asked instead, until it has a stream to spare. */
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
    // What came between the last look of a view and now was not told.
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

/** Begins. A page that nobody sees listens to nothing, as browsers allow few connections to one server. */
export function begin() {
    open();
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) {
            source?.close();
            source = null;
        } else if (!source) {
            open();
        }
    });
}
