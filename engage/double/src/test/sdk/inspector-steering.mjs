// What the inspector lets people do: send, disturb, move the clock, name states and go back to them.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-steering.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canLaunch, launch } from './launched.mjs';
import { WAIT, admin, engage, latest, page, see, update, url, visit } from './page.mjs';

const OPERATORS = ['$set', '$set_once', '$add', '$union', '$append', '$remove', '$unset', '$merge', '$delete'];

test('the try-it form sends each operator and shows what became of it', async () => {
    await visit('#/try');
    for (const operator of OPERATORS) {
        await page.getByRole('button', { name: operator, exact: true }).click();
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.outcomes code', { hasText: operator }).first().waitFor(WAIT);
    }
    for (const packing of ['form', 'form-json', 'get']) {
        await page.getByRole('button', { name: '$set', exact: true }).click();
        await page.getByLabel('Sent as').selectOption(packing);
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.outcomes code', { hasText: '$set' }).first().waitFor(WAIT);
    }
    await page.getByText('The same as a curl command').click();
    assert.match(await page.locator('pre').first().innerText(), /^curl 'http/);
    const journal = await admin('GET', '/journal?sdk=inspector');
    assert.equal(journal.matching, 12);
});

test('an operator is chosen at once, however late the address follows', async () => {
    await page.addInitScript(() => {
        const listen = window.addEventListener.bind(window);
        window.late = [];
        window.addEventListener = (event, action) =>
            listen(event, event === 'hashchange' ? () => window.late.push(action) : action);
    });
    await visit('#/try');
    await page.getByRole('button', { name: '$add', exact: true }).click();
    const record = page.getByLabel('Record, or a list of records');
    assert.match(await record.inputValue(), /\$add/);
    await record.fill('mine');
    await page.waitForFunction(() => window.late.length > 0, null, WAIT);
    await page.evaluate(() => window.late.forEach((action) => action()));
    assert.match(await page.title(), /^\$add/);
    assert.equal(await record.inputValue(), 'mine');
});

test('a request is changed and sent again, and an operator has a link', async () => {
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit(`#/requests/${await latest()}`);
    await page.getByRole('link', { name: 'Change it and send it again' }).click();
    const record = page.getByLabel('Record, or a list of records');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"shop"'), null, WAIT);
    await record.fill((await record.inputValue()).replace('"pro"', '"team"'));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.outcomes', { hasText: 'set-applied' }).waitFor(WAIT);
    assert.equal((await admin('GET', '/profiles?token=shop&distinct_id=u1')).properties.plan, 'team');
    await visit('#/try/%24merge');
    await page.getByRole('button', { name: '$merge', pressed: true }).waitFor(WAIT);
    assert.match(await record.inputValue(), /\$merge/);
});

test('an update of groups is sent again as one, whatever its path was', { skip: !canLaunch }, async () => {
    const double = await launch('0', '--route', '/g=groups');
    try {
        const group = { $token: 'shop', $group_key: 'company', $group_id: 'acme', $set: { size: 3 } };
        await fetch(`${double.url}/g`, { method: 'POST', body: JSON.stringify(group) });
        await visit('#/try?request=1', double.url);
        await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"size"'), null, WAIT);
        assert.equal(await page.getByLabel('Of', { exact: true }).inputValue(), '/groups');
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.outcomes', { hasText: 'set-equal-value' }).waitFor(WAIT);
    } finally {
        await double.stop();
    }
});

test('what is sent by GET over plain HTTP from another machine is found', async () => {
    // On such a connection, browsers say less about where a request comes from.
    await page.route((target) => target.pathname === '/engage', async (route) => {
        const headers = Object.fromEntries(
            Object.entries(route.request().headers()).filter(([name]) => !name.startsWith('sec-')));
        await route.fulfill({ response: await route.fetch({ headers }) });
    });
    await visit('#/try');
    await page.getByLabel('Sent as').selectOption('get');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.outcomes code', { hasText: '$set' }).first().waitFor(WAIT);
    assert.equal((await admin('GET', '/journal?sdk=inspector')).matching, 0);
});

test('another kind leaves the token of a request that is changed', async () => {
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit(`#/try?request=${await latest()}`);
    const record = page.getByLabel('Record, or a list of records');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"shop"'), null, WAIT);
    assert.equal(await page.getByLabel('Project token').inputValue(), 'shop');
    const before = await record.inputValue();
    await page.getByLabel('Of', { exact: true }).selectOption('/groups');
    assert.equal(await record.inputValue(), before);
});

test('what somebody wrote into the form stays, but for the token', async () => {
    await visit('#/try');
    const record = page.getByLabel('Record, or a list of records');
    await record.fill('[{"$token": "demo", "$distinct_id": "mine", "$set": {"a": 1.0}}]');
    await page.getByLabel('Project token').fill('it"s');
    await page.getByLabel('Project token').blur();
    await page.getByLabel('Of', { exact: true }).selectOption('/groups');
    assert.equal(await record.inputValue(), '[{"$token": "it\\"s", "$distinct_id": "mine", "$set": {"a": 1.0}}]');
    await page.getByRole('button', { name: '$add', exact: true }).click();
    assert.match(await record.inputValue(), /"it\\"s"[^]*\$add/);
});

test('where a page may not copy, the command is there to be copied by hand', async () => {
    await visit('#/try');
    await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await see('The browser does not allow copying; copy the command below.');
});

test('faults are switched on and off, and their divergence is told', async () => {
    await visit('#/faults');
    await see('A switch turned on here affects about one in ten updates that the plan covers.');
    await page.getByRole('switch', { name: /^status/ }).check();
    await see('faults on');
    await page.getByRole('spinbutton', { name: 'Status' }).fill('9999');
    await page.getByRole('spinbutton', { name: 'Status' }).blur();
    await see('status must be 400 to 599');
    await engage([update('u1', { $add: { n: 1 } })]);
    await visit(`#/requests/${await latest()}`);
    await page.locator('.detail').getByText('Affected by a fault that was switched on').waitFor(WAIT);
    assert.equal(await page.locator('.detail .failure').count(), 0);
    await visit('#/faults');
    assert.equal((await admin('GET', '/faults')).rules[0].status, 503);
    await page.getByRole('switch', { name: /^status/ }).uncheck();
    await page.getByRole('switch', { name: /^drop/ }).check();
    await page.locator('pre', { hasText: 'drop' }).waitFor({ ...WAIT, state: 'attached' });
    for (let number = 0; number < 60; number++) {
        await engage([update(`u${number % 3}`, { $add: { n: 1 } })]);
    }
    await page.locator('table', { hasText: 'Without faults' }).first().waitFor(WAIT);
    await page.getByRole('button', { name: 'Let nothing go wrong' }).click();
    await page.locator('.standing', { hasNotText: 'faults on' }).waitFor(WAIT);
});

test('what a fault refused is among the updates of each property', async () => {
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await admin('PUT', '/faults', { rules: [{ kind: 'status', status: 503 }] });
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await visit('#/profiles/shop/u1?property=plan');
    await page.locator('.timeline li', { hasText: 'A fault: dropped.' }).waitFor(WAIT);
    assert.equal(await page.locator('.timeline li').count(), 2);
});

test('what a fault dropped is not shown as applied', async () => {
    await admin('PUT', '/faults', { redelivery: { drop: 1 } });
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit(`#/requests/${await latest()}`);
    await see('Accepted. A fault kept some of it from being applied as sent.');
    await page.locator('.detail').getByText('record 1 dropped').waitFor(WAIT);
    await page.locator('#record-1', { hasText: 'A fault: dropped. Without it:' }).waitFor(WAIT);
    await visit('#/profiles/shop/u1');
    await page.locator('.timeline', { hasText: 'A fault: dropped. Without it:' }).waitFor(WAIT);
    await see('There is no such profile.');
    assert.equal(await page.getByText('The past shown here may be wrong').count(), 0);
    await visit('#/try');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.card', { hasText: 'A fault: dropped. Without it:' }).waitFor(WAIT);
    await page.getByRole('heading', { name: /^What happened/ }).waitFor(WAIT);
});

test('what a fault disturbed is told with what it would have done', async () => {
    const same = update('u1', { $ignore_time: true, $set: { plan: 'pro' } });
    const fault = 'Accepted. A fault kept some of it from being applied as sent. Without it, ';
    const newest = page.locator('.timeline li').first();
    await engage([same]);
    await admin('PUT', '/faults', { redelivery: { drop: 1 } });
    await engage([same]);
    await visit(`#/requests/${await latest()}`);
    await see(`${fault}everything was already as it asks for.`);
    await visit('#/profiles/shop/u1');
    await newest.getByText('A fault: dropped.').waitFor(WAIT);
    assert.match(await newest.textContent(), /It changed nothing\./);
    await admin('PUT', '/faults', { redelivery: { delay: 1, delay_updates: 9 } });
    await engage([same]);
    await newest.getByText('A fault: held back.').waitFor(WAIT);
    assert.doesNotMatch(await newest.textContent(), /It changed nothing\./);
    await engage([update('u1', { $add: { plan: 1 } })]);
    await visit(`#/requests/${await latest()}`);
    await see(`${fault}at least one operation met a value that it cannot work on, and left it as it was.`);
    await engage([update('u1', { $set: { plan: 'free' } }), { $distinct_id: 'u1' }]);
    await visit(`#/requests/${await latest()}`);
    await see('At least one record failed and changed nothing; a fault kept some of the records from being applied as');
    await visit('#/profiles/shop/u1');
    await see('The past shown here may be wrong: replaying the journal does not lead to the present value of plan;'
        + ' a fault held back some of these updates.');
});

test('switches, and what is being written, stay when the double answers', async () => {
    await visit('#/faults');
    const onOff = page.getByRole('switch', { name: /^status/ });
    const status = page.getByRole('spinbutton', { name: 'Status' });
    const retry = page.getByRole('spinbutton', { name: 'Retry-After, s' });
    const plan = (text) => page.locator('pre', { hasText: text }).waitFor({ ...WAIT, state: 'attached' });
    const hasFocus = (control) => control.evaluate((its) => its === document.activeElement);
    await page.getByText('The whole plan').click();
    await onOff.focus();
    await page.keyboard.press('Space');
    await plan('"status": 503');
    assert.ok(await hasFocus(onOff));

    let goOn;
    const held = new Promise((done) => {
        goOn = done;
    });
    await page.route('**/__double/faults', async (route) => {
        await held;
        await route.continue();
    });
    await status.fill('500');
    await retry.fill('7');
    goOn();
    await plan('"status": 500');
    assert.equal(await retry.inputValue(), '7');
    assert.ok(await hasFocus(retry));
    await retry.press('Tab');
    await plan('"retry_after_seconds": 7');
    assert.ok(await page.locator('pre', { hasText: '"status": 500' }).isVisible());
});

test('switches that are turned one right after the other are all in the plan', async () => {
    await visit('#/faults');
    const names = ['cut_before', 'cut_after', 'duplicate', 'drop'];
    await page.getByRole('switch', { name: /^drop/ }).waitFor(WAIT);
    await page.evaluate((wanted) => {
        for (const box of document.querySelectorAll('[role=switch]')) {
            wanted.includes(box.labels[0].querySelector('code').textContent) && box.click();
        }
    }, names);
    for (const name of names) {
        await page.locator('pre', { hasText: name }).waitFor({ ...WAIT, state: 'attached' });
    }
    const { rules, redelivery } = await admin('GET', '/faults');
    assert.deepEqual(rules.map((rule) => rule.kind), ['cut_before', 'cut_after']);
    assert.deepEqual([redelivery.duplicate, redelivery.drop], [0.1, 0.1]);
});

test('a plan of faults keeps what is not changed, and every digit', async () => {
    const plan = '{"rules":['
        + '{"kind":"status","probability":0.5,"status":500,"token":"a","times":9007199254740993},'
        + '{"kind":"cut_before","probability":0.5,"token":"c"},'
        + '{"kind":"status","probability":0.5,"status":502,"token":"b"}],"seed":9007199254740995}';
    const set = await fetch(`${url}/__double/faults`, { method: 'PUT', body: plan });
    assert.ok(set.ok, await set.text());
    await visit('#/faults');
    await page.getByRole('spinbutton', { name: 'Status' }).fill('503');
    await page.getByRole('spinbutton', { name: 'Status' }).blur();
    await page.locator('pre', { hasText: '503' }).waitFor({ ...WAIT, state: 'attached' });
    const text = await (await fetch(`${url}/__double/faults`)).text();
    assert.match(text, /"seed":9007199254740995/);
    assert.match(text, /"times":9007199254740993/);
    const { rules } = JSON.parse(text);
    assert.deepEqual(rules.map((rule) => [rule.kind, rule.status, rule.token]),
        [['status', 503, 'a'], ['cut_before', undefined, 'c'], ['status', 502, 'b']]);
    assert.equal(rules[0].retry_after_seconds, undefined);
});

test('a plan of faults that is set elsewhere is shown, and kept by what is switched here', async () => {
    await visit('#/faults');
    await page.getByRole('switch', { name: /^status/ }).waitFor(WAIT);
    await admin('PUT', '/faults', { seed: 7, rules: [{ kind: 'cut_after', token: 'other' }] });
    await page.getByRole('switch', { name: /^cut_after/, checked: true }).waitFor(WAIT);
    await page.getByRole('switch', { name: /^slow_body/ }).check();
    await page.locator('pre', { hasText: 'slow_body' }).waitFor({ ...WAIT, state: 'attached' });
    const { seed, rules } = await admin('GET', '/faults');
    assert.deepEqual([seed, rules.map((rule) => rule.kind)], [7, ['cut_after', 'slow_body']]);
});

test('the clock stops, moves and follows', async () => {
    await visit('#/clock');
    await page.getByLabel('Moment', { exact: true }).fill('2030-05-01T00:00:00Z');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await see('2030-05-01T00:00:00Z');
    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await see('2030-05-01T01:00:00Z');
    await page.getByRole('button', { name: 'Follow the system' }).click();
    await see('It follows the system.');
    await page.getByLabel('Moment', { exact: true }).fill('tomorrow');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await see('not a time such as');
    await engage([update('u1', { $set: { a: 1 } })]);
    // By then, the page has asked for the clock once more.
    await page.waitForResponse((answer) => answer.url().endsWith('/clock'), WAIT);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.failure', { hasText: 'not a time such as' }).count(), 1);
});

test('a clock that was stopped at the start is so again when all is forgotten', { skip: !canLaunch }, async () => {
    const double = await launch('0', '--now', '2030-05-01T00:00:00Z');
    try {
        await visit('#/clock', double.url);
        await see('Forgets every profile, alias and request and sets the clock back to how it started. Forks stay.');
        await page.getByRole('button', { name: 'Follow the system' }).click();
        await see('It follows the system.');
        await page.getByRole('button', { name: 'Forget everything' }).click();
        await page.getByRole('button', { name: 'Really forget everything?' }).click();
        await see('It stands still.');
        await see('2030-05-01T00:00:00Z');
    } finally {
        await double.stop();
    }
});

test('a fork is compared with now, and gone back to', async () => {
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await visit('#/forks');
    const name = `fork ${Date.now()}`;
    await page.getByRole('button', { name: 'Fork now' }).click();
    await see('Type a name for it first.');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Fork now' }).click();
    await see('Nothing differs.');
    await engage([update('u1', { $set: { plan: 'pro' } }), update('u2', { $set: { a: 1 } })]);
    await see('1 profile added, 0 removed, 1 changed.');
    assert.match(await page.locator('.changes').first().innerText(), /free\s+pro/);
    const card = page.locator('.card', { hasText: name });
    await card.getByRole('button', { name: 'Go back to it' }).click();
    await card.getByRole('button', { name: 'Really go back to it?' }).click();
    await see('Nothing differs.');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Fork now' }).click();
    await page.locator('.failure', { hasText: /^there is a fork/ }).waitFor(WAIT);
    assert.equal(await page.getByLabel('Name').inputValue(), name);
    await card.getByRole('button', { name: 'Delete' }).click();
    await card.getByRole('button', { name: 'Really delete?' }).click();
    await see('No fork yet.');
    assert.equal(await page.locator('.card').count(), 0);
});

test('a moment that somebody is writing stays when news come', async () => {
    const first = await latest() + 1;
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit(`#/profiles/shop/u1?at=${first}`);
    const moment = page.getByLabel('As it was after request');
    const holds = (value) => page.waitForFunction(
        (its) => document.querySelector('.moment input[type=number]')?.value === its, value, WAIT);
    await holds(String(first));
    await moment.fill(String(first + 1));
    await engage([update('u1', { $set: { plan: 'team' } })]);
    await page.locator('.changes').first().getByText('team').waitFor(WAIT);
    assert.equal(await moment.inputValue(), String(first + 1));
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await holds('');
});
