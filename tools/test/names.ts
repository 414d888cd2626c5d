/** Names that the run's process and the test files' workers agree on. */
export const requestFile = 'wanted'
export const answerFile = 'answer.json'
export const templateName = 'tongqu_template'

/** Beginning of the name of every temporary folder of tests; the process that made it follows. */
export const folderPrefix = 'tongqu-test-'

/** Beginning of the names of the temporary folders of this run. */
export const ownFolderPrefix = `${folderPrefix}${process.pid}-`
