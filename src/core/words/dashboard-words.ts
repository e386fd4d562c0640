/** A dashboard shows only the rows whose field has the value. */
export interface DashboardFilter {
	field: string;
	value: string;
}

/** The view's toolbar: Tableau shows it unless told otherwise. */
export type Toolbar = 'hidden' | 'visible';

/**
 * Address of a view with its filters applied.
 *
 * @see https://help.tableau.com/current/pro/desktop/en-us/embed_list.htm
 */
export function dashboardUrl(
	view: string,
	filters: readonly DashboardFilter[],
	toolbar: Toolbar,
): string {
	const query = filters.map(
		({ field, value }) => `${encodeURIComponent(field)}=${encodeURIComponent(value)}`,
	);
	if (toolbar === 'hidden') query.push(':toolbar=no');
	return query.length === 0 ? view : `${view}?${query.join('&')}`;
}

/** `Only rows where TEAM is “engine” and STATE is “open”.` */
export function describeFilters(filters: readonly DashboardFilter[]): string {
	if (filters.length === 0) return 'All rows.';
	const conditions = filters.map(({ field, value }) => `${field} is “${value}”`);
	return `Only rows where ${conditions.join(' and ')}.`;
}
