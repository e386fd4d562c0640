/** Secrets of the sample world. None of them may ever be in a snapshot, a page or a log. */
export const planted = {
	token: 'glpat-sample-token',
	/** Author of the commits of every project, and beginning of other people's addresses. */
	email: 'planted.author@example.com',
	/** Last segment of a private project's path, and its name. */
	privateProject: 'planted-private-project',
	/** Title of an issue of that project. */
	privateTitle: 'Planted title of an issue of a private project',
	/** Last segment of private projects in the groups that ought to be declared completely. */
	undeclaredProject: 'planted-undeclared-project',
	/** Name of a private group that projects and groups are shared with. */
	privateGroup: 'planted-private-group',
	confidentialTitle: 'Planted title of a confidential issue',
	runnersToken: 'GR1348941planted-runners-token',
	/** What descriptions of issues mention and nobody may publish. */
	mention: 'https://internal.example/planted-mention',
	/** Who else owns files. */
	person: 'planted-person',
	/** Is in every file that is read, beside what is read of it. */
	fileText: 'Planted text of a file',
	/** What else the company's list of people tells. */
	locality: 'Planted-on-Sea',
	story: 'Planted story of somebody in the list of people',
} as const;
