import type { ExternalLink } from './external-links.ts';
import type { Found } from './link-check.ts';

/** Every address with the pages that hold it. */
export function renderLinks(links: readonly ExternalLink[]): string {
	return [...links.map((link) => [link.address, ...pageLines(link)].join('\n')), ''].join('\n\n');
}

/** What is not as the pages say, worst first, and a line of counts. */
export function renderFindings(
	links: readonly ExternalLink[],
	foundAt: ReadonlyMap<string, Found>,
): string {
	const findings = order.flatMap((state) =>
		links.flatMap((link) => {
			const found = foundAt.get(link.address);
			if (found?.state !== state || state === 'fine') return [];
			return [
				`[${words[state]}] ${link.address}\n${[detailOf(found), ...pageLines(link)].join('\n')}`,
			];
		}),
	);
	return [...findings, summarise(links, foundAt)].join('\n\n');
}

const words: Record<Found['state'], string> = {
	gone: 'gone',
	moved: 'moved',
	unknown: "couldn't check",
	'sign-in': 'needs a sign-in',
	fine: 'fine',
};
const order = ['gone', 'moved', 'unknown', 'sign-in', 'fine'] as const;

function detailOf(found: Found): string {
	switch (found.state) {
		case 'fine':
			return '';
		case 'moved':
			return `  → ${found.to}`;
		case 'sign-in':
		case 'gone':
		case 'unknown':
			return `  ${found.why}`;
	}
}

function pageLines({ pages }: ExternalLink): string[] {
	return pages.map((page) => `  on ${page}`);
}

function summarise(links: readonly ExternalLink[], foundAt: ReadonlyMap<string, Found>): string {
	const counts = order.map((state) => {
		const count = links.filter(({ address }) => foundAt.get(address)?.state === state).length;
		return `${String(count)} ${words[state]}`;
	});
	return `${String(links.length)} addresses: ${counts.join(', ')}.`;
}
