/** Words of any team, from which the titles of invented issues are put together. */
const tasks = [
	'Speed up',
	'Document',
	'Simplify',
	'Measure',
	'Add tests for',
	'Fix',
	'Redesign',
	'Log errors in',
	'Remove dead code from',
	'Review the security of',
	'Show progress during',
] as const;
const subjects = [
	'the nightly import',
	'the search',
	'the weekly report',
	'sign-in',
	'uploads of large files',
	'the settings page',
	'the upgrade',
	'email notifications',
	'the backup',
	'the command line',
	'the audit log',
	'pagination of long lists',
	'the installer',
] as const;
const circumstances = [
	'',
	' on slow connections',
	' for new users',
	' after a restart',
	' in read-only mode',
	' with many members',
	' for administrators',
] as const;

/** An invented title. A thousand numbers in a row have each another one. */
export function titleOf(number: number): string {
	const [task, subject, circumstance] = [tasks, subjects, circumstances].map(
		(words) => words[number % words.length] ?? '',
	);
	return `${task ?? ''} ${subject ?? ''}${circumstance ?? ''}`;
}
