ask-intro = A few questions. Skip any you like. Nothing is kept.
ask-choose = Choose numbers (as many as you like; Enter alone skips)
ask-choose-one = Choose one number (Enter alone skips)
ask-not-understood = There is no such number. Please try again
ask-not-a-terminal = Questions cannot be asked here. Pass answers with --answers, or get the next question with --json
ask-anything = It is fine not to choose anything. Here are places to talk about anything
