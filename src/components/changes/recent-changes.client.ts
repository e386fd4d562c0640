import { formatDay } from '#core/words/formats.ts';
import { LastVisit } from './last-visit.client.ts';

/**
 * `<recent-changes data-page="/roadmap/changes/" data-newest="2026-11-23"> <h2> <li data-day>…`
 *
 * A reader who was on the page of all changes before is shown what is newer than that visit, if
 * anything is. The visit is only read here: that page begins the next one.
 */
class RecentChanges extends HTMLElement {
	connectedCallback(): void {
		const { page, newest } = this.dataset;
		if (page === undefined || newest === undefined) return;
		const last = new LastVisit(page).read();
		if (last === null || last >= newest) return;
		for (const line of this.querySelectorAll<HTMLElement>('[data-day]')) {
			line.hidden = (line.dataset.day ?? '') <= last;
		}
		const heading = this.querySelector('h2');
		if (heading) heading.textContent = `What changed since your visit (${formatDay(last)})`;
	}
}

customElements.define('recent-changes', RecentChanges);
