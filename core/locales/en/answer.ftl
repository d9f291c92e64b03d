fee-free = free to call
fee-caller = you pay for the call
fee-navi = you pay for the call (not part of flat-rate plans)
fee-unknown = cost not known
