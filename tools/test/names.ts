/** Names that the run's process and the test files' workers agree on. */
export const testFolderPrefix = 'tongqu-test-'
export const requestFile = 'wanted'
export const answerFile = 'answer.json'
export const templateName = 'tongqu_template'
