// Runs all calls of the official SDK for Node. Usage: node node.mjs URL-OF-THE-DOUBLE
// Over https the double's certificate must be trusted: NODE_EXTRA_CA_CERTS=FILE.pem
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Mixpanel from 'mixpanel';
import { Profiles, doubleUrl } from './profiles.mjs';

const url = new URL(doubleUrl());
const secure = url.protocol === 'https:';
const U1 = 'user-1';
let projects = 0;

/** An SDK with a project of its own. calls(...) waits for the SDK's callback, and fails with the error that it gets. */
function project(config = {}) {
    const token = `node-${secure ? 'tls-' : ''}${++projects}`;
    const sdk = Mixpanel.init(token, { host: url.host, protocol: url.protocol.slice(0, -1), ...config });
    return {
        people: calls(sdk.people), groups: calls(sdk.groups), events: calls(sdk), of: new Profiles(url.origin, token),
    };
}

function calls(target) {
    return new Proxy(target, {
        get: (object, name) => (...all) =>
            new Promise((done, failed) => {
                object[name](...all, (error) => (hasError(error) ? failed([error].flat().find(Boolean)) : done()));
            }),
    });
}

// For batches, the SDK passes a list with one entry for each request.
function hasError(error) {
    return Array.isArray(error) ? error.some(Boolean) : Boolean(error);
}

test('set takes every type', async () => {
    const { people, of } = project();
    await people.set(U1, 'plan', 'premium');
    await people.set(U1, {
        name: 'Zoë 😀', age: 42, ratio: 1.5, vip: true, nick: null, tags: ['a', 1], address: { city: 'Köln' },
        born: new Date(0), unknown: undefined, nan: NaN,
    });
    assert.deepEqual(await of.user(U1), {
        plan: 'premium', name: 'Zoë 😀', age: 42, ratio: 1.5, vip: true, nick: null, tags: ['a', 1],
        address: { city: 'Köln' }, born: '1970-01-01T00:00:00.000Z', nan: null,
    });
});

test('set_once keeps what is there', async () => {
    const { people, of } = project();
    await people.set_once(U1, 'first', 1);
    await people.set_once(U1, 'first', 2);
    await people.set_once(U1, { first: 3, second: 4 });
    assert.deepEqual(await of.user(U1), { first: 1, second: 4 });
});

test('increment adds one, a number, or several', async () => {
    const { people, of } = project();
    await people.increment(U1, 'visits');
    await people.increment(U1, 'visits', 4);
    await people.increment(U1, 'left', -2);
    await people.increment(U1, { visits: 0.5, other: 3 });
    assert.deepEqual(await of.user(U1), { visits: 5.5, left: -2, other: 3 });
});

test('append keeps duplicates, union does not, remove takes values out', async () => {
    const { people, of } = project();
    await people.append(U1, 'seen', 'home');
    await people.append(U1, { seen: 'home', once: 1 });
    await people.union(U1, { tags: ['b', 'a', 'b'], single: 'x' });
    await people.union(U1, { tags: ['a', 'c'] });
    await people.remove(U1, { seen: 'home', tags: 'a' });
    assert.deepEqual(await of.user(U1), { seen: [], once: [1], tags: ['b', 'c'], single: ['x'] });
});

test('unset takes one name or several', async () => {
    const { people, of } = project();
    await people.set(U1, { a: 1, b: 2, c: 3, d: 4 });
    await people.unset(U1, 'a');
    await people.unset(U1, ['b', 'c', 'never']);
    assert.deepEqual(await of.user(U1), { d: 4 });
});

test('track_charge lists transactions and clear_charges empties the list', async () => {
    const { people, of } = project();
    await people.track_charge(U1, 29.99);
    await people.track_charge(U1, 19, { $time: new Date('2026-01-02T03:04:05Z'), sku: 'x' });
    assert.deepEqual(await of.user(U1), {
        $transactions: [{ $amount: 29.99 }, { $amount: 19, $time: '2026-01-02T03:04:05.000Z', sku: 'x' }],
    });
    await people.clear_charges(U1);
    assert.deepEqual(await of.user(U1), { $transactions: [] });
});

test('modifiers are fields of the record and no properties', async () => {
    const { people, of } = project();
    const modifiers = {
        $ip: '192.0.2.1', $time: new Date('2026-01-02T03:04:05Z'), $ignore_time: true, $ignore_alias: true,
        $latitude: 46.9, $longitude: 7.4,
    };
    await people.set(U1, { ip: '192.0.2.1', a: 1 });
    await people.set(U1, { b: 2 }, modifiers);
    await people.set_once(U1, 'c', 3, modifiers);
    await people.increment(U1, 'd', 4, modifiers);
    await people.append(U1, 'e', 5, modifiers);
    await people.union(U1, { f: [6] }, modifiers);
    await people.remove(U1, { f: 6 }, modifiers);
    await people.unset(U1, 'a', modifiers);
    assert.deepEqual(await of.user(U1), { b: 2, c: 3, d: 4, e: [5], f: [] });
});

test('alias leads to the profile; delete_user follows it unless told not to', async () => {
    const { people, events, of } = project();
    await people.set('mail', { orphan: true });
    await events.alias(U1, 'mail');
    await people.set('mail', { plan: 'pro' });
    assert.deepEqual(await of.user('mail'), { plan: 'pro' });
    await people.delete_user('mail', { $ignore_alias: true });
    assert.deepEqual(await of.user(U1), { plan: 'pro' });
    await people.delete_user('mail');
    assert.equal(await of.user(U1), undefined);
});

test('groups take every call', async () => {
    const { groups, of } = project();
    await groups.set('company', 'Acme', 'plan', 'free');
    await groups.set('company', 'Acme', { plan: 'pro', gone: 1, also: 2 });
    await groups.set_once('company', 'Acme', 'plan', 'ignored');
    await groups.set_once('company', 'Acme', { since: 2020 });
    await groups.union('company', 'Acme', { products: ['anvil', 'rope'], tags: 'x' });
    await groups.remove('company', 'Acme', { products: 'anvil' });
    await groups.unset('company', 'Acme', 'gone');
    await groups.unset('company', 'Acme', ['also']);
    await groups.set('company', 'Gone', { a: 1 });
    await groups.delete_group('company', 'Gone');
    assert.deepEqual(await of.group('company', 'Acme'), { plan: 'pro', since: 2020, products: ['rope'], tags: ['x'] });
    assert.equal(await of.group('company', 'Gone'), undefined);
    assert.equal(await of.user('Acme'), undefined);
});

test('events are taken and make no profile', async () => {
    const { events, of } = project(secure ? { secret: 'SECRET' } : { key: 'KEY' });
    const event = (at) => ({ event: 'seen', properties: { distinct_id: U1, at, time: new Date() } });
    const list = Array.from({ length: 120 }, (_, at) => event(at));
    await events.track('seen', { distinct_id: U1 });
    await events.track_batch(list);
    await events.import('seen', new Date(2020, 1, 1), { distinct_id: U1 });
    await events.import_batch(list, {});
    assert.equal(await of.user(U1), undefined);
});

test('a query string of 16 kB is taken', async () => {
    const { people, of } = project();
    const text = 'x'.repeat(12_000);
    await people.set(U1, { text });
    assert.deepEqual(await of.user(U1), { text });
});

for (const [name, config] of Object.entries({
    verbose: { verbose: true },
    geolocate: { geolocate: true },
    test: { test: true },
    'without keep-alive': { keepAlive: false },
})) {
    test(`config ${name} works`, async () => {
        const { people, of } = project(config);
        await people.set(7, { a: 1 });
        assert.deepEqual(await of.user('7'), { a: 1 });
    });
}

test('bad data reaches the callback', async () => {
    await assert.rejects(project().people.set('', { a: 1 }), /Mixpanel Server Error: 0/);
    await assert.rejects(project({ verbose: true }).people.set('', { a: 1 }), /\$distinct_id, missing or empty/);
});

test('updates sent at once all count', async () => {
    const { people, of } = project();
    await Promise.all(Array.from({ length: 200 }, () => people.increment(U1, 'n')));
    assert.deepEqual(await of.user(U1), { n: 200 });
});
