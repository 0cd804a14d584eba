// Whether the inspector keeps up with incoming requests, with large amounts, and with a double that comes and goes.
// Usage: CHROMIUM=/usr/bin/chromium LAUNCHER=./profile-engine node inspector-live.mjs URL-OF-THE-DOUBLE
// Durations are printed and not tested, because they depend on the machine.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Mixpanel from 'mixpanel';
import { canLaunch, launch } from './launched.mjs';
import { WAIT, admin, engage, latest, open, page, see, update, url, visit } from './page.mjs';
import { writeState } from './state.mjs';

const PROFILES = 1_000_000;
const REQUESTS = 100_000;
/** How many calls of an SDK are timed. */
const CALLS = 20;

/** Returns how long an action took, in milliseconds. */
async function timed(action) {
    const begun = performance.now();
    await action();
    return Math.round(performance.now() - begun);
}

/** How long the frames take while a list is scrolled, in milliseconds. */
async function frames() {
    const times = await page.evaluate(async () => {
        const list = document.querySelector('.list');
        const all = [];
        let last = performance.now();
        for (let frame = 0; frame < 200; frame++) {
            list.scrollTop += 300;
            await new Promise(requestAnimationFrame);
            all.push(performance.now() - last);
            last = performance.now();
        }
        return all.sort((one, other) => one - other);
    });
    return `median ${Math.round(times[100])}, 95 of 100 within ${Math.round(times[190])}`;
}

/** Scrolls to a part of the list, and waits for the rows there. */
async function jump(part) {
    await page.locator('.list').evaluate(async (list, its) => {
        list.scrollTo(0, list.scrollHeight * its);
        // Until then the list shows the rows of the previous place, which are complete.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
    }, part);
    await page.waitForFunction(() => {
        const rows = [...document.querySelectorAll('.row')];
        return rows.length > 5 && rows.every((row) => !row.textContent.startsWith('…'));
    }, null, WAIT);
}

/** Returns how long it takes from an action until the list has so many rows, in milliseconds. */
async function untilRows(count, action) {
    await page.evaluate((expected) => {
        window.seen = new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error('it does not appear')), 20_000);
            const look = () => document.querySelectorAll('.row').length >= expected && resolve(Date.now());
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        });
    }, count);
    const begun = Date.now();
    await action();
    return (await page.evaluate(() => window.seen)) - begun;
}

/** The median and the longest of some times, as text. */
function told(times) {
    const all = times.toSorted((one, other) => one - other);
    return `median ${all[all.length >> 1]}, at most ${all.at(-1)} ms (${times.join(', ')})`;
}

test('an open profile shows what was rejected, an alias, and what was restored', async () => {
    await engage([update('u1', { $add: { credits: 3 } })]);
    await admin('POST', '/forks', { name: 'three' });
    await engage([update('u1', { $set: { credits: 10 } })]);
    await visit('#/profiles/shop/u1');
    const detail = page.locator('.detail');
    await detail.getByText('10', { exact: true }).first().waitFor(WAIT);
    await engage([update('u1', { $add: 7 })]);
    await detail.locator('.outcomes, .card, li', { hasText: '$add' }).first().waitFor(WAIT);
    await detail.getByText('an object').first().waitFor(WAIT);
    await admin('POST', '/forks/three/restore');
    await detail.getByText('3', { exact: true }).first().waitFor(WAIT);
});

test('a list of requests keeps its place after a reset', async () => {
    await engage([update('u0', { $add: { visits: 1 } })]);
    await visit('#/requests');
    await page.locator('.row').first().waitFor(WAIT);
    await admin('POST', '/reset');
    await see('No request yet.');
    for (let number = 0; number < 60; number++) {
        await engage([update(`u${number}`, { $add: { visits: 1 } })]);
    }
    await page.getByText('60 requests').waitFor(WAIT);
    await jump(0.5);
    await engage([update('later', { $add: { visits: 1 } })]);
    const news = page.getByRole('button', { name: 'New requests above: show them' });
    await news.waitFor(WAIT);
    await page.getByText('61 profiles').waitFor(WAIT);
    assert.ok(await news.isVisible());
    assert.equal(await page.getByText('60 requests').count(), 1);
});

test('only a request that is asked for is told above a list', async () => {
    for (let number = 0; number < 60; number++) {
        await engage([update(`u${number}`, { $add: { visits: 1 } })]);
    }
    await visit('#/requests?verdict=applied');
    await page.getByText('60 requests match').waitFor(WAIT);
    await jump(0.5);
    const looked = page.waitForResponse(
        (answer) => answer.url().endsWith('verdict=applied&order=newest&limit=1'), WAIT);
    await engage([update('later', { $add: 'nothing' })]);
    await looked;
    await page.waitForTimeout(200);
    const news = page.getByRole('button', { name: 'New requests above: show them' });
    assert.equal(await news.count(), 0);
    await engage([update('later', { $add: { visits: 1 } })]);
    await news.waitFor(WAIT);
});

test('projects that come while a list is looked at can be chosen', async () => {
    await visit('#/requests');
    await see('No request yet.');
    const choice = page.getByLabel('Project');
    await choice.locator('option').first().waitFor({ ...WAIT, state: 'attached' });
    await engage([update('u1', { $set: { a: 1 } }), { ...update('u1', { $set: { a: 1 } }), $token: 'blog' }]);
    await page.locator('.row').first().waitFor(WAIT);
    await choice.focus();
    await choice.locator('option[value=blog]').waitFor({ ...WAIT, state: 'attached' });
    await choice.selectOption('blog');
    await page.waitForURL(/#\/requests\?token=blog$/, WAIT);
});

/** Hides the page, as a tab in front of it does, and shows it again. */
async function hide(meanwhile) {
    const turn = (hidden) => page.evaluate((its) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: its });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await turn(true);
    await meanwhile();
    await turn(false);
}

test('a page that was hidden keeps its place in a list, and gets what could not be had', async () => {
    for (let number = 0; number < 60; number++) {
        await engage([update(`u${number}`, { $add: { visits: 1 } })]);
    }
    await visit('#/requests');
    await page.getByText('60 requests').waitFor(WAIT);
    await jump(0.5);
    const place = () => page.locator('.list').evaluate((its) => its.scrollTop);
    const before = await place();
    const isOne = (target) => target.pathname.startsWith('/__double/journal/');
    await page.route(isOne, (route) => route.abort());
    await visit(`#/requests/${await latest() - 30}`);
    await page.locator('.detail .failure').waitFor(WAIT);
    await page.unroute(isOne);
    await hide(() => engage([update('later', { $add: { visits: 1 } })]));
    await page.locator('.detail h2').waitFor(WAIT);
    const news = page.getByRole('button', { name: 'New requests above: show them' });
    await news.waitFor(WAIT);
    assert.equal(await place(), before);
    assert.equal(await page.getByText('60 requests').count(), 1);
    await news.click();
    await page.getByText('61 requests').waitFor(WAIT);
    await jump(0.5);
    const looked = page.waitForResponse((answer) => answer.url().endsWith('?order=newest&limit=1'), WAIT);
    await hide(async () => {});
    await looked;
    await page.waitForTimeout(200);
    assert.equal(await news.count(), 0);
});

test('a call of an SDK appears by itself, and soon', async () => {
    const sdk = Mixpanel.init('shop', { host: new URL(url).host, protocol: 'http' });
    const increment = () => new Promise((done, failed) => {
        sdk.people.increment('u1', 'visits', 1, (error) => (error ? failed(error) : done()));
    });
    const firsts = [];
    for (let number = 1; number <= CALLS; number++) {
        await admin('POST', '/reset');
        await open({ viewport: { width: 1280, height: 800 } });
        await visit('#/requests');
        firsts.push(await untilRows(1, increment));
    }
    await page.locator('.row', { hasText: 'Node' }).waitFor(WAIT);
    const later = [];
    for (let number = 2; number <= CALLS + 1; number++) {
        later.push(await untilRows(number, increment));
    }
    console.log(`# from the call to its row, wanted are 200 ms; just after the page was opened: ${told(firsts)};`
        + ` later: ${told(later)}`);
});

test('what takes long again and again is done less often, what does once is not', async () => {
    // A page of the same origin on which nothing else runs.
    await page.goto(`${url}/__double/health`);
    const pauses = await page.evaluate(async () => {
        const { paced } = await import('/__double/inspector/live.js');
        const durations = [400, 10, 400, 500, 10];
        const all = [];
        let clock = 0;
        performance.now = () => clock;
        window.setTimeout = (done, millis) => all.push(millis) && queueMicrotask(done);
        const act = paced(async () => {
            clock += durations.shift();
        }, 7);
        while (durations.length > 0) {
            await act();
        }
        return all;
    });
    assert.deepEqual(pauses, [7, 7, 7, 1200, 7]);
});

test('the page is light, and of one origin', async () => {
    const origins = new Set();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await visit('#/');
    await see('Nothing has come in yet.');
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
    const files = await page.evaluate(() => performance.getEntriesByType('resource')
        .filter((its) => its.name.includes('/inspector/')).map((its) => its.decodedBodySize));
    const bytes = files.reduce((sum, its) => sum + its, 0);
    console.log(`# first paint after ${Math.round(paint)} ms; ${files.length} files, ${bytes} bytes uncompressed`);
    assert.ok(bytes > 50_000 && bytes < 400_000);
    assert.deepEqual([...origins], [url]);
});

test('a double that stops is told, and the next one is found', { skip: !canLaunch }, async () => {
    let double = await launch('0');
    try {
        await fetch(`${double.url}/engage`, { method: 'POST', body: JSON.stringify(update('u1', { $set: { a: 1 } })) });
        await visit('#/requests/1', double.url);
        await page.locator('.detail', { hasText: 'set-applied' }).waitFor(WAIT);
        const { port } = new URL(double.url);
        await double.stop();
        await see('Disconnected: the double does not answer. What you see may be old; the page reconnects by itself.');
        double = await launch(port);
        await see('There is no request #1.');
        await page.locator('#banner:empty').waitFor({ ...WAIT, state: 'attached' });
        await fetch(`${double.url}/engage`, { method: 'POST', body: JSON.stringify(update('u2', { $set: { b: 1 } })) });
        await page.locator('.detail', { hasText: 'u2' }).waitFor(WAIT);
        assert.equal(await page.locator('.row').count(), 1);
        // A view that is opened later knows which double it is from what was reported before.
        await page.getByRole('link', { name: 'Overview', exact: true }).click();
        await page.getByRole('link', { name: 'Requests', exact: true }).click();
        await page.locator('.row').first().click();
        await page.locator('.detail', { hasText: 'u2' }).waitFor(WAIT);
        await double.stop();
        await see('Disconnected: the double does not answer.');
        double = await launch(port);
        await see('There is no request #1.');
    } finally {
        await double.stop();
    }
});

test('profiles of a double that does not answer are not said to be none', { skip: !canLaunch }, async () => {
    let double = await launch('0');
    try {
        await visit('#/', double.url);
        await see('Nothing has come in yet.');
        const { port } = new URL(double.url);
        await double.stop();
        await page.getByRole('link', { name: 'Profiles', exact: true }).click();
        await page.getByRole('alert').first().waitFor(WAIT);
        assert.equal(await page.getByText('No profile yet.').count(), 0);
        double = await launch(port);
        await see('No profile yet.');
    } finally {
        await double.stop();
    }
});

test('a burst of requests is one list', async () => {
    await visit('#/requests');
    for (let batch = 0; batch < 20; batch++) {
        await Promise.all(Array.from({ length: 100 }, (_, at) => engage([update(`u${at}`, { $add: { n: 1 } })])));
    }
    await see('2,000 requests');
    assert.ok((await page.locator('.row').count()) < 60);
});

/** Sends many requests over a few connections. */
async function send(base) {
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    let sent = 0;
    const one = (number) => new Promise((done, failed) => {
        const its = request(`${base}/engage`, { agent, method: 'POST' }, (answer) => answer.resume().on('end', done));
        its.on('error', failed);
        its.end(JSON.stringify(update(`user-${number}`, { $add: { n: number % 50 === 0 ? 'x' : 1 } })));
    });
    await Promise.all(Array.from({ length: 16 }, async () => {
        while (sent < REQUESTS) {
            await one(sent++);
        }
    }));
    agent.destroy();
}

test('a million profiles and a hundred thousand requests stay smooth', { skip: !canLaunch }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inspector-'));
    const state = join(folder, 'state.ndjson');
    await writeState(state, PROFILES);
    const double = await launch('0', '--load', state);
    rmSync(folder, { recursive: true });
    try {
        const first = await timed(async () => {
            await visit('#/profiles/shop', double.url);
            await see('1,000,000 profiles');
        });
        console.log(`# a million profiles: first rows after ${first} ms; frames while scrolling: ${await frames()} ms`);
        await jump(0);
        const half = await timed(() => jump(0.5));
        assert.match(await page.locator('.row').nth(10).innerText(), /user-0(49|50)/);
        await page.locator('.list').focus();
        const end = await timed(async () => {
            await page.keyboard.press('End');
            await see('user-0999999');
        });
        const where = await timed(async () => {
            await page.getByLabel('Where').fill('properties["plan"] == "pro" and properties["seats"] > 48');
            await see('6,667 profiles of 1,000,000');
        });
        console.log(`# half way down ${half} ms, to the end ${end} ms, an expression of all of them ${where} ms`);
        assert.ok((await page.locator('.row').count()) < 60);

        const sending = await timed(() => send(double.url));
        await visit('#/requests', double.url);
        await see('100,000 requests');
        console.log(`# ${REQUESTS} requests in ${sending} ms; frames while scrolling: ${await frames()} ms`);
        const oldest = await timed(async () => {
            await jump(1);
            await page.locator('.row', { hasText: '#1' }).last().waitFor(WAIT);
        });
        const ignored = await timed(async () => {
            await page.getByLabel('Verdict').selectOption('ignored');
            await see('2,000 requests match');
        });
        console.log(`# to the oldest ${oldest} ms, those of a verdict ${ignored} ms`);
    } finally {
        await double.stop();
    }
});
