/** More pages are no text that anybody prints. */
const mostPages = 60;

/** Whether so many pages of a section are worth a page that holds them all. */
export function isPrinted(pages: number): boolean {
	return pages > 1 && pages <= mostPages;
}

const folder = '/print/';

/** The address of the page that holds all pages of a section, below the base path. */
export function sectionPrint(directory: string): `/${string}` {
	return `${folder}${directory}/`;
}

/** Whether a page is one that holds all pages of a section. */
export function isSectionPrint(path: string): boolean {
	return path.startsWith(folder);
}
