// How every view looks: contrast and labels by the rules of axe-core, nothing beyond the edge, and pictures.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-looks.mjs URL-OF-THE-DOUBLE [FOLDER-FOR-SCREENSHOTS]
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { WAIT, latest, open, page, url, visit } from './page.mjs';
import { traffic } from './traffic.mjs';

const shots = process.argv[3];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = ['#/', '#/requests', '#/profiles', '#/try', '#/faults', '#/clock', '#/forks'];
/** The pictures that the documentation shows, by what is on them. */
const PICTURES = {
    'wide-requests-one': 'inspector-request', 'wide-profiles-shop-ann': 'inspector-profile',
    'dark-try': 'inspector-try-dark', 'wide-faults': 'inspector-faults', 'narrow-requests-one': 'inspector-narrow',
};

for (const [name, options] of Object.entries({
    wide: { viewport: { width: 1280, height: 800 } },
    dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
    narrow: { viewport: { width: 360, height: 740 } },
})) {
    test(`every view, ${name}: no serious violation, nothing beyond the edge`, async () => {
        await traffic(url);
        await open(options);
        await page.addInitScript({ path: axe });
        const request = `#/requests/${(await latest()) - 4}`;
        const pages = [...VIEWS, request, '#/profiles/shop/ann', '#/profiles/shop/company/acme'];
        for (const view of pages) {
            await visit(view);
            await page.reload();
            await page.locator('main h1:visible, main h2:visible').first().waitFor(WAIT);
            await page.waitForTimeout(400);
            const found = await page.evaluate(async () => (await window.axe.run()).violations
                .filter((its) => its.impact === 'serious' || its.impact === 'critical')
                .map((its) => `${its.id}: ${its.nodes.map((node) => node.html).slice(0, 3).join(' ')}`));
            assert.deepEqual(found, [], view);
            const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(beyond <= 0, `${view} is ${beyond} px too wide`);
            const picture = `${name}-${(view.replace(/\d+/, 'one').match(/\w+/g) ?? ['overview']).join('-')}`;
            if (shots && (PICTURES[picture] || process.env.EVERY_PICTURE)) {
                await page.screenshot({ path: `${shots}/${PICTURES[picture] ?? picture}.png` });
            }
        }
    });
}
