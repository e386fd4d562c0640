/** More pages are no text that anybody prints. */
const mostPages = 60;

/** Whether so many pages of a section are worth a page that holds them all. */
export function isPrinted(pages: number): boolean {
	return pages > 1 && pages <= mostPages;
}

/** The address of the page that holds all pages of a section, below the base path. */
export function sectionPrint(directory: string): `/${string}` {
	return `/print/${directory}/`;
}
