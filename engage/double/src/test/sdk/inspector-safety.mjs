// What strangers may send, and what it may do to whoever looks at it.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-safety.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE } from './hostile.mjs';
import { WAIT, engage, latest, page, see, update, url, visit } from './page.mjs';

test('hostile names and values are text, wherever they are shown', async () => {
    const requests = HOSTILE.map((text, at) => ({
        $token: at % 2 === 0 ? text : 'shop', $distinct_id: text, $set: { [text]: text, list: [text] },
    }));
    await engage(requests);
    await engage(HOSTILE.map((text) => ({ $token: 'shop', $distinct_id: text, $add: { [text]: 1 } })));
    const group = (text) => ({ $token: 'shop', $group_key: text, $group_id: text, $set: { [text]: 1 } });
    await engage(HOSTILE.map(group), '/groups');
    const event = (text) => ({ event: text, properties: { token: 'shop', distinct_id: text, [text]: text } });
    await engage(HOSTILE.map(event), '/track');
    const total = await latest();
    for (let number = total - 3; number <= total; number++) {
        await visit(`#/requests/${number}`);
        await see(`#${number}`);
        await page.locator('.detail h2').waitFor(WAIT);
    }
    for (const text of HOSTILE) {
        await visit(`#/profiles/shop/${encodeURIComponent(text)}`);
        await page.locator('.detail h2').waitFor(WAIT);
    }
    await visit('#/profiles/shop?kind=groups');
    await page.locator('.row').first().waitFor(WAIT);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('main img, main script, main iframe, main object, main style').count(), 0);
});

test('what cannot be seen is named, and long integers keep their digits', async () => {
    await engage([update('u1', { $set: { 'na\u200bme': 'left\u202eright', blank: ' a ' } })]);
    await fetch(`${url}/engage`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: '{"$token":"shop","$distinct_id":"u1","$set":{"long":9223372036854775807}}',
    });
    await visit('#/profiles/shop/u1');
    await see('U+200B');
    await see('U+202E');
    await see('9223372036854775807');
    await visit('#/requests/' + (await latest()));
    await page.locator('.detail', { hasText: '9223372036854775807' }).waitFor(WAIT);
});
