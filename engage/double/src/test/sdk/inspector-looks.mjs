// How every view looks: checks contrast and labels by the rules of axe-core, and that nothing is beyond the edge. Takes
// screenshots.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-looks.mjs URL-OF-THE-DOUBLE [FOLDER-FOR-SCREENSHOTS]
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { WAIT, admin, latest, open, page, url, visit } from './page.mjs';
import { traffic } from './traffic.mjs';

const shots = process.argv[3];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = ['#/', '#/requests', '#/profiles', '#/try', '#/clock', '#/forks'];
/** The pictures in the documentation, by what they show. */
const PICTURES = {
    'wide-overview': 'inspector-overview', 'wide-requests-one': 'inspector-request',
    'wide-profiles-shop-ann': 'inspector-profile', 'wide-profiles-shop-ann-at-one': 'inspector-time-travel',
    'dark-forks-before': 'inspector-fork-dark', 'dark-try-set': 'inspector-try-dark',
    'wide-faults': 'inspector-faults', 'narrow-requests-one': 'inspector-narrow',
};

/** Creates something to look at: some traffic, a fork, the same traffic again. Returns the addresses of all views. */
async function prepare() {
    await traffic(url);
    const before = await latest();
    await admin('POST', '/forks', { name: 'before' });
    await traffic(url);
    return [...VIEWS, '#/requests?verdict=ignored', `#/requests/${(await latest()) - 4}`, '#/profiles/shop/ann',
        `#/profiles/shop/ann?at=${before}`, '#/profiles/shop/ann?property=plan', '#/profiles/shop/company/acme',
        '#/profiles/shop/nobody', '#/requests/999999999', '#/try/%24set', '#/forks/before', '#/faults'];
}

/** Disturbs redelivery, so that there is a divergence to see. */
async function disturb() {
    await admin('PUT', '/faults', { seed: 3, redelivery: { duplicate: 0.3, drop: 0.3 } });
    await traffic(url);
}

/** The violations that the rules of axe-core call serious or critical. */
async function violations() {
    return page.evaluate(async () => (await window.axe.run()).violations
        .filter((its) => its.impact === 'serious' || its.impact === 'critical')
        .map((its) => `${its.id}: ${its.nodes.map((node) => node.html).slice(0, 3).join(' ')}`));
}

test('what is pointed at can be read', async () => {
    for (const colorScheme of ['light', 'dark']) {
        await open({ colorScheme });
        await page.addInitScript({ path: axe });
        await visit('#/try');
        for (const control of ['Send', 'Copy as curl', '$set', '$add']) {
            await page.getByRole('button', { name: control, exact: true }).hover();
            assert.deepEqual(await violations(), [], `${control}, ${colorScheme}`);
        }
    }
});

test('on a phone every view has its link in sight, and values have room', async () => {
    await prepare();
    await open({ viewport: { width: 360, height: 740 } });
    await visit('#/profiles/shop/ann');
    await page.locator('.properties').waitFor(WAIT);
    const rights = await page.locator('nav a')
        .evaluateAll((all) => all.map((its) => its.getBoundingClientRect().right));
    assert.ok(Math.max(...rights) <= 360, rights.join());
    const widths = await page.locator('.properties td:nth-child(2)')
        .evaluateAll((all) => all.map((its) => its.clientWidth));
    assert.ok(Math.min(...widths) > 250, widths.join());
});

for (const [name, options] of Object.entries({
    wide: { viewport: { width: 1280, height: 800 } },
    dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
    narrow: { viewport: { width: 360, height: 740 } },
    'narrow dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
})) {
    test(`every view, ${name}: no serious violation, nothing beyond the edge`, async () => {
        const views = await prepare();
        await open(options);
        await page.addInitScript({ path: axe });
        for (const view of views) {
            view === '#/faults' && await disturb();
            await visit(view);
            await page.reload();
            await page.locator('main h1:visible, main h2:visible, main .empty:visible').first().waitFor(WAIT);
            // Data that a view requests is drawn when it arrives.
            await page.waitForTimeout(400);
            if (view.startsWith('#/try/')) {
                await page.getByRole('button', { name: 'Send', exact: true }).click();
                await page.locator('.outcomes').waitFor(WAIT);
            }
            assert.deepEqual(await violations(), [], view);
            if (view === '#/faults') {
                await page.getByRole('heading', { name: 'Divergence' }).evaluate((its) => its.scrollIntoView());
            }
            const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(beyond <= 0, `${view} is ${beyond} px too wide`);
            const words = view.replaceAll('%24', '').replace('999999999', 'gone').replace(/\d+/, 'one').match(/\w+/g);
            const picture = `${name}-${(words ?? ['overview']).join('-')}`;
            if (shots && (PICTURES[picture] || process.env.EVERY_PICTURE)) {
                await page.screenshot({ path: `${shots}/${PICTURES[picture] ?? picture}.png` });
            }
        }
    });
}
