/** Pages that only say that something is not there or did not work. */
export const errors = {
  notFound: {
    title: "There is no such page",
    advice: "The address may have been mistyped, or what it showed is no longer here.",
  },
  goHome: "Go to the home page",
  tryAgain: "Try again",
  request: "Request {number}",
  tell: "If it happens again, tell whoever looks after this system, with this number: {number}",
  otherwise: {
    title: "Something went wrong",
    advice: "This page could not be made. Nothing you had saved is lost. Try again in a moment.",
  },
  byStatus: {
    400: {
      title: "This form does not offer that",
      advice: "What was sent is nothing that one can choose there. Nothing was saved.",
    },
    403: {
      title: "This is not allowed",
      advice:
        "Either your role does not include it, or the form was not sent from this site. If you came by a link, go to the home page and start from there.",
    },
    405: {
      title: "This cannot be done here",
      advice: "The address is right, but not for what was tried.",
    },
    413: {
      title: "That is too much at once",
      advice: "What was sent is larger than any form here. Nothing was saved.",
    },
    415: {
      title: "That was no form",
      advice: "What was sent is not a form of this site. Nothing was saved.",
    },
    503: {
      title: "Please wait a moment",
      advice: "The system is busy, or cannot reach its database just now. Try again in a minute.",
    },
    507: {
      title: "The disk is full",
      advice:
        "This was not saved, and nothing saved before is lost. Whoever looks after this computer has to make room on its disk. Then go back and send it again.",
    },
  },
};
