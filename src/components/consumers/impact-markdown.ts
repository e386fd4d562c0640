/** Who breaks, as the page shows it. */
export interface ImpactAnswer {
	/** Of the page, with the choice. */
	address: string;
	/** Names of those that are chosen: `GET /cars`. */
	endpoints: readonly string[];
	consumers: readonly {
		name: string;
		url: string;
		/** False: it only may. */
		breaks: boolean;
		/** Names of those among the chosen that it calls. */
		endpoints: readonly string[];
		contact: { name: string; url: string };
	}[];
}

/** Who breaks, as Markdown for an issue on GitLab. */
export function toMarkdown({ address, endpoints, consumers }: ImpactAnswer): string {
	const lines = consumers.map(({ name, url, breaks, endpoints: called, contact }) => {
		const calls = called.length === 0 ? '' : `: ${toCode(called)}`;
		return `- ${toLink(name, url)} ${breaks ? 'breaks' : 'may break'}${calls}. Ask ${toLink(contact.name, contact.url)}.`;
	});
	return [
		`**Who a change to ${toCode(endpoints)} breaks**`,
		lines.length === 0 ? 'Nobody, as far as we know.' : lines.join('\n'),
		`From ${toLink('the handbook', address)}.`,
	].join('\n\n');
}

function toCode(names: readonly string[]): string {
	return names.map((name) => `\`${name.replaceAll('`', '')}\``).join(', ');
}

/** Names are text: what Markdown or GitLab would act on is written as it is. */
function toLink(name: string, url: string): string {
	const text = name.replaceAll(/[\\`*_{}[\]()#+!|<>@~&%$-]/g, String.raw`\$&`);
	return `[${text}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
