// Opens a page in headless Chromium for each test of the inspector. A test fails if anything goes wrong in its page.
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { chromium } from 'playwright-core';
import { doubleUrl } from './profiles.mjs';

/** How long a test waits for what it expects. */
export const WAIT = { timeout: 20_000 };
/** The URL of the double that the page shows. */
export const url = doubleUrl();
/** The page of the present test. Each test has a new one. */
export let page;

let browser;
let complaints = [];

before(async () => {
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
});

after(async () => {
    await browser?.close();
});

beforeEach(async (context) => {
    await admin('DELETE', '/faults');
    await admin('POST', '/reset');
    for (const { name } of (await admin('GET', '/forks')).forks) {
        await admin('DELETE', `/forks/${encodeURIComponent(name)}`);
    }
    complaints = [];
    await open({ viewport: { width: 1280, height: 800 } });
    context.after(async () => {
        await page.context().close();
        assert.deepEqual(complaints, []);
    });
});

/**
 * Replaces the test's page by a new one. It records what goes wrong in it, including refusals by the security policy.
 */
export async function open(options) {
    await page?.context().close();
    const context = await browser.newContext({ colorScheme: 'light', ...options });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('Failed to load resource')
        && complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
}

/** Returns and forgets what has gone wrong in the page, for tests that expect something to go wrong. */
export function takeComplaints() {
    const its = complaints;
    complaints = [];
    return its;
}

/** Calls an admin route and returns the answer. */
export async function admin(method, path, body) {
    const response = await fetch(`${url}/__double${path}`, { method, body: body && JSON.stringify(body) });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${text}`);
    return JSON.parse(text);
}

/** Sends records, as a program would. */
export async function engage(records, path = '/engage') {
    const response = await fetch(url + path, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(records),
    });
    await response.text();
}

/** The number of the latest request. A reset does not restart the numbers. */
export async function latest() {
    return (await admin('GET', '/journal?limit=1')).total;
}

export function update(id, operations) {
    return { $token: 'shop', $distinct_id: id, ...operations };
}

export async function visit(hash, base = url) {
    await page.goto(`${base}/__double/${hash}`);
}

export async function see(text) {
    await page.getByText(text).first().waitFor(WAIT);
}
