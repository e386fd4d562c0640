import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { isPrinted, sectionPrint } from '#core/publish/section-print.ts';
import type { Site } from '#model/site.ts';
import { linksOf } from './sidebar-links.ts';

/**
 * Where all pages of a section are on one, for its first page.
 *
 * @returns `undefined` on every other page, and where the section is one page, or too many.
 */
export function findSectionPrint(
	{ sidebar, entry }: Pick<StarlightRouteData, 'sidebar' | 'entry'>,
	sections: Site['sections'],
): `/${string}` | undefined {
	// Pages of data mark the page that lists them.
	if (entry.data.list !== undefined) return undefined;
	const group = sidebar.find((one) => one.type === 'group' && linksOf(one)[0]?.isCurrent);
	const section = sections.find(({ label }) => label === group?.label);
	return group && section && isPrinted(linksOf(group).length)
		? sectionPrint(section.directory)
		: undefined;
}
