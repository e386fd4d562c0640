/** What a finding says, after the place that it is about. */
export interface FindingWords {
	found: string;
	/** Why it is so, or why nobody knows. */
	why?: string;
	fix?: string;
	/** What only those who pull can do. */
	command?: string;
}
