/** Pages that only say that something is not there or did not work. */
export const errorPages = {
  notFound: {
    title: "Page not found",
    advice: "The address may be wrong, or what it showed may no longer be here.",
  },
  goHome: "Go to the home page",
  tryAgain: "Try again",
  request: "Request {number}",
  reportRequest: "If it happens again, give this number to the person who looks after this system: {number}",
  otherwise: {
    title: "Something went wrong",
    advice: "This page could not be shown. Nothing you saved is lost. Try again in a moment.",
  },
  byStatus: {
    400: {
      title: "Invalid choice",
      advice: "The form was sent with a choice that it does not offer. Nothing was saved.",
    },
    403: {
      title: "This is not allowed",
      advice:
        "Your role does not allow it, or the form was not sent from this site. If you followed a link, go to the home page and start from there.",
    },
    405: {
      title: "This cannot be done here",
      advice: "The address exists, but not for what was tried.",
    },
    413: {
      title: "Too much was sent",
      advice: "What was sent is larger than any form here. Nothing was saved.",
    },
    415: {
      title: "That was not a form",
      advice: "What was sent is not a form of this site. Nothing was saved.",
    },
    503: {
      title: "Please wait a moment",
      advice: "The system is busy, or cannot reach its database at the moment. Try again in a minute.",
    },
    507: {
      title: "The disk is full",
      advice:
        "This was not saved, and nothing saved before is lost. The person who looks after this computer needs to free some disk space. Then go back and send the form again.",
    },
  },
};
