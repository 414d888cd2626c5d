/** What a message may be called: it becomes the name of a file. */
export const MESSAGE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,180}$/
