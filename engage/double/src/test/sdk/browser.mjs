// Runs all calls of the official SDK for browsers in headless Chromium, from a page of another origin.
// Usage: CHROMIUM=/usr/bin/chromium node browser.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Profiles, doubleUrl, eventually } from './profiles.mjs';

const url = doubleUrl();
const secure = url.startsWith('https:');
const U1 = 'user-1';
const DEVICE = ['$os', '$browser', '$browser_version', '$initial_referrer', '$initial_referring_domain'];
const require = createRequire(import.meta.url);
const PAGE = '<!doctype html><meta charset="utf-8"><title>SDK</title><body><script src="/mixpanel.js"></script>';

let site;
let browser;
let projects = 0;

before(async () => {
    const sdk = await readFile(join(dirname(require.resolve('mixpanel-browser')), 'mixpanel.umd.js'));
    site = createServer((request, response) => {
        const script = request.url === '/mixpanel.js';
        response.setHeader('Content-Type', script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
        response.end(script ? sdk : PAGE);
    });
    await new Promise((listening) => site.listen(0, '127.0.0.1', listening));
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
});

after(async () => {
    await browser?.close();
    site?.close();
    site?.closeAllConnections();
});

/**
 * Opens a new page with the SDK and a project of its own, and runs the function in it. The function gets the SDK and
 * done(call), which waits for the SDK's callback and fails unless the callback reports success.
 */
async function inPage(config, script) {
    const token = `browser-${secure ? 'tls-' : ''}${++projects}`;
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const visit = async (script) => {
        await page.goto(`http://127.0.0.1:${site.address().port}/`);
        await page.evaluate(
            async ([token, config, script]) => {
                window.mixpanel.init(token, config);
                const isSuccess = (answer) => (answer?.status ?? answer) === 1;
                const done = (call) =>
                    new Promise((resolve, reject) =>
                        call((answer) => (isSuccess(answer) ? resolve() : reject(new Error(JSON.stringify(answer))))));
                await new Function('sdk', 'done', `return (${script})(sdk, done)`)(window.mixpanel, done);
            },
            [token, { api_host: url, persistence: 'localStorage', ...config }, String(script)],
        );
    };
    await visit(script);
    return {
        of: new Profiles(url, token),
        /** Goes to another page of the same site, with the SDK set up in the same way. */
        visit,
        /** Closes the page, and fails if anything went wrong in it. */
        async leave() {
            await context.close();
            assert.deepEqual(complaints, []);
        },
    };
}

/** The properties without those that the SDK adds by itself. */
function own(properties) {
    return properties && Object.fromEntries(Object.entries(properties).filter(([name]) => !DEVICE.includes(name)));
}

async function everyCall(sdk, done) {
    await done((ok) => sdk.identify('user-1', ok, ok, ok, ok));
    const { people } = sdk;
    await done((ok) => people.set('plan', 'free', ok));
    const values = { name: 'Zoë 😀', nick: null, tags: ['a', 1], address: { city: 'Köln' }, born: new Date(0) };
    await done((ok) => people.set({ plan: 'premium', a: 1, b: 2, c: 3, ...values }, ok));
    await done((ok) => people.set_once('plan', 'ignored', ok));
    await done((ok) => people.set_once({ first: 1 }, ok));
    await done((ok) => people.increment('visits', 1, ok));
    await done((ok) => people.increment('visits', 4, ok));
    await done((ok) => people.increment({ visits: 0.5, left: -2 }, ok));
    await done((ok) => people.append('seen', 'home', ok));
    await done((ok) => people.append({ seen: 'home', once: 1 }, ok));
    await done((ok) => people.union('groups', ['b', 'a', 'b'], ok));
    await done((ok) => people.union({ groups: ['a', 'c'], single: 'x' }, ok));
    await done((ok) => people.remove('groups', 'a', ok));
    await done((ok) => people.remove({ seen: 'home' }, ok));
    await done((ok) => people.unset('a', ok));
    await done((ok) => people.unset(['b', 'c', 'never'], ok));
    await done((ok) => people.clear_charges(ok));
    const company = sdk.get_group('company', 'Acme');
    await done((ok) => company.set('plan', 'free', ok));
    await done((ok) => company.set({ plan: 'pro', gone: 1 }, ok));
    await done((ok) => company.set_once('plan', 'ignored', ok));
    await done((ok) => company.set_once({ since: 2020 }, ok));
    await done((ok) => company.union('products', ['anvil', 'rope'], ok));
    await done((ok) => company.remove('products', 'anvil', ok));
    await done((ok) => company.unset('gone', ok));
    const gone = sdk.get_group('company', 'Gone');
    await done((ok) => gone.set('a', 1, ok));
    await done((ok) => gone.delete(ok));
    await done((ok) => sdk.track('seen', { at: 1 }, ok));
    await done((ok) => sdk.track_with_groups('seen', {}, { company: 'Acme' }, ok));
}

const USER = {
    plan: 'premium', name: 'Zoë 😀', nick: null, tags: ['a', 1], address: { city: 'Köln' },
    born: '1970-01-01T00:00:00', first: 1, visits: 5.5, left: -2, seen: [], once: [1], groups: ['b', 'c'],
    single: ['x'], $transactions: [],
};
const GROUP = { plan: 'pro', since: 2020, products: ['rope'] };

for (const [name, config] of Object.entries({
    'base64 unbatched': { batch_requests: false },
    'JSON unbatched': { batch_requests: false, api_payload_format: 'json' },
    'base64 batched': { batch_flush_interval_ms: 50 },
    'JSON batched': { batch_flush_interval_ms: 50, api_payload_format: 'json' },
    'GET': { batch_requests: false, api_method: 'GET' },
    'verbose': { batch_requests: false, verbose: true },
    'headers that need a preflight': { batch_requests: false, xhr_headers: { 'X-Tenant': 'a' } },
    'without location, with parameters of its own': {
        batch_requests: false, ip: false, test: true, api_extra_query_params: { tenant: 'a' },
    },
})) {
    test(`every call, ${name}`, async () => {
        const { of, leave } = await inPage(config, everyCall);
        await eventually(async () => own(await of.user(U1)), USER);
        await eventually(() => of.group('company', 'Acme'), GROUP);
        await eventually(() => of.group('company', 'Gone'), undefined);
        const all = await of.user(U1);
        assert.deepEqual(DEVICE.filter((property) => all[property] === undefined), []);
        await leave();
    });
}

test('calls before identify wait for it, and reach the id it names', async () => {
    const { of, leave } = await inPage({ batch_requests: false }, async (sdk) => {
        sdk.people.set({ plan: 'pro', gone: 1 });
        sdk.people.set_once({ first: 1 });
        sdk.people.increment('visits', 2);
        sdk.people.union('groups', ['a']);
        sdk.people.append('seen', 'home');
        sdk.people.unset('gone');
        sdk.identify('user-1');
    });
    await eventually(async () => own(await of.user(U1)),
        { plan: 'pro', first: 1, visits: 2, groups: ['a'], seen: ['home'] });
    await leave();
});

// Calls that are made at once enter the SDK's stored queue in no particular order.
test('more than a batch holds arrives whole', async () => {
    const { of, leave } = await inPage({ batch_flush_interval_ms: 50 }, async (sdk) => {
        sdk.identify('user-1');
        for (let at = 0; at < 120; at++) {
            sdk.people.append('list', at);
            sdk.people.increment('n');
        }
    });
    const sorted = ({ list = [], ...others } = {}) => ({ list: list.sort((one, other) => one - other), ...others });
    const list = Array.from({ length: 120 }, (_, at) => at);
    await eventually(async () => sorted(own(await of.user(U1))), { list, n: 120 });
    await leave();
});

test('beacons are taken', async () => {
    const { of, leave } = await inPage({ batch_requests: false, api_transport: 'sendBeacon' }, async (sdk) => {
        sdk.identify('user-1');
        sdk.people.set({ plan: 'pro' });
        sdk.people.increment('n', 2);
        sdk.people.increment('n', 3);
        sdk.get_group('company', 'Acme').set({ plan: 'pro' });
        sdk.track('left');
    });
    await eventually(async () => own(await of.user(U1)), { plan: 'pro', n: 5 });
    await eventually(() => of.group('company', 'Acme'), { plan: 'pro' });
    await leave();
});

test('what a page leaves in its queue the next page sends', async () => {
    const { of, visit, leave } = await inPage({ batch_flush_interval_ms: 1000 }, async (sdk, done) => {
        sdk.identify('user-1');
        await done((ok) => sdk.people.increment('n', 1, ok));
    });
    await visit(() => {});
    await eventually(async () => own(await of.user(U1)), { n: 1 });
    await leave();
});

test('identify leads from the anonymous id, alias to the profile', async () => {
    const { of, leave } = await inPage({ batch_requests: false }, async (sdk, done) => {
        await done((ok) => sdk.identify('user-1', ok, ok, ok, ok));
        await done((ok) => sdk.people.set({ plan: 'pro', device: sdk.get_property('$device_id') }, ok));
        sdk.alias('mail');
    });
    const profile = own(await of.user(U1));
    assert.equal(profile.plan, 'pro');
    await eventually(async () => own(await of.user('mail')), profile);
    await eventually(async () => own(await of.user(`$device:${profile.device}`)), profile);
    await leave();
});

test('delete_user deletes', async () => {
    const { of, leave } = await inPage({ batch_requests: false }, async (sdk, done) => {
        await done((ok) => sdk.identify('user-1', ok, ok, ok, ok));
        await done((ok) => sdk.people.set({ plan: 'pro' }, ok));
        sdk.people.delete_user();
    });
    await eventually(() => of.user(U1), undefined);
    await leave();
});
