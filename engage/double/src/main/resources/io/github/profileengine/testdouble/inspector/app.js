// Selects the view that is shown, and draws what all views share.
import { button, fill, h, plain, redraw } from './dom.js';
import { begin, listen, standing } from './live.js';
import { clockView } from './clock.js';
import { faultsView } from './faults.js';
import { forksView } from './forks.js';
import { overviewView } from './overview.js';
import { profilesView } from './profiles.js';
import { requestsView } from './requests.js';
import { tryView } from './try.js';
import { plural } from './values.js';

/**
 * The location of a page: the decoded segments of the path, and the parameters.
 * @typedef {{parts: string[], parameters: URLSearchParams}} Route
 */

/**
 * A view on the page. It shows other routes of the same view without being created again.
 * @typedef {{show: (route: Route) => void, leave: () => void}} View
 */

/** @type {[string, string, (root: HTMLElement) => View][]} */
const VIEWS = [
    ['', 'Overview', overviewView],
    ['requests', 'Requests', requestsView],
    ['profiles', 'Profiles', profilesView],
    ['try', 'Try it', tryView],
    ['faults', 'Faults', faultsView],
    ['clock', 'Clock', clockView],
    ['forks', 'Forks', forksView],
];

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = part('main');
const told = h('span.told');
const themes = button('', switchTheme, { class: 'plain', 'aria-label': 'Switch between dark and light' });
let name = /** @type {string | null} */ (null);
let view = /** @type {View | null} */ (null);

/** @returns {Route} */
function route() {
    const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const parts = path.split('/').map((segment) => {
        try {
            return decodeURIComponent(segment);
        } catch {
            return segment;
        }
    });
    return { parts, parameters: new URLSearchParams(query) };
}

function go() {
    const here = route();
    const [wanted, title, make] = VIEWS.find(([its]) => its === here.parts[0]) ?? VIEWS[0];
    if (wanted !== name) {
        view?.leave();
        main.replaceChildren();
        name = wanted;
        view = make(main);
        for (const link of part('views').children) {
            if (link.getAttribute('href') === `#/${wanted}`) {
                link.setAttribute('aria-current', 'page');
            } else {
                link.removeAttribute('aria-current');
            }
        }
    }
    // Put the object into the title, so that tabs and history entries can be told apart.
    const object = here.parts[0] === wanted ? plain(here.parts.slice(1).join(' ')).slice(0, 80) : '';
    document.title = `${object && `${wanted === 'requests' ? '#' : ''}${object} · `}${title} · Inspector`;
    view?.show(here);
}

function drawStanding() {
    const { connected, asking, status } = standing;
    const word = !connected ? 'disconnected' : asking ? 'every 3 seconds' : 'live';
    redraw(told, [word, status?.engine.profiles, status?.faults, status?.clock_stopped], () => [
        h(`span.dot${connected ? '.on' : ''}`, { title: word }),
        h('span', null, word),
        status && h('a.narrow-off', { href: '#/profiles' }, plural(status.engine.profiles, 'profile')),
        status?.faults && h('a.badge.warn', { href: '#/faults' }, 'faults on'),
        status?.clock_stopped && h('a.badge.info', { href: '#/clock' }, 'clock stopped'),
    ]);
}

function drawBanner() {
    fill(part('banner'),
        !standing.connected && h('p.failure', null,
            'Disconnected: the double does not answer. What you see may be old; the page reconnects by itself.'),
        standing.asking && h('p.note', null,
            'Too many pages are open: this one is not live and refreshes every 3 seconds.'));
}

/** @param {string} theme */
function setTheme(theme) {
    document.documentElement.dataset.theme = theme;
    themes.textContent = theme === 'dark' ? '☀' : '☾';
}

function switchTheme() {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('inspector-theme', theme);
    setTheme(theme);
}

fill(part('views'), VIEWS.map(([path, title]) => h('a', { href: `#/${path}` }, title)));
part('standing').append(told, themes);
drawStanding();
setTheme(localStorage.getItem('inspector-theme')
    ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
listen('status', drawStanding);
listen('state', () => {
    drawStanding();
    drawBanner();
});
document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
});
addEventListener('hashchange', go);
begin();
go();
// Show the banner only if the connection stays away: in the first moments, no connection is normal.
const beSeen = () => setTimeout(() => standing.connected || drawBanner(), 1500);
document.hidden ? document.addEventListener('visibilitychange', beSeen, { once: true }) : beSeen();
