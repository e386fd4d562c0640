const clock = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	timeZoneName: 'short',
});

/** `<local-time><time datetime="2026-11-23T08:30:00Z">`: says it by the reader's clock. */
class LocalTime extends HTMLElement {
	connectedCallback(): void {
		const time = this.querySelector('time');
		if (time?.title !== '') return;
		const moment = new Date(time.dateTime);
		if (moment.getTimezoneOffset() === 0) return;
		time.title = time.textContent;
		time.textContent = clock.format(moment).replace(' at ', ', ');
	}
}

customElements.define('local-time', LocalTime);
