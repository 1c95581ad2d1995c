/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Offer, accept, decline, time-out, crash and change of owner of waiting contacts, as slots do it.
 *
 * Two slots may own the queue group. The journal grants ownership by an epoch and is the only truth: a slot decides in its
 * memory, writes, and tells the outside only after the write is taken; a write with an old epoch is refused, and its slot
 * forgets everything. Ownership may pass on, to the other slot or the same one again, between any two steps, with the old
 * owner's memory lost (a crash) or not (it does not know yet). The next owner reads the journal and tells anew what is open.
 * Desks hear nothing from an owner older than the last they heard. Customers may leave until they are connected.
 *
 * Checked by spin, see docs/topics/routing.md. -DNO_FENCE leaves the epoch unchecked: the assertions then fail.
 */
#ifndef CONTACTS
#define CONTACTS 2
#endif
#define AGENTS 2
#define NOBODY 255
#ifndef CHANGES
#define CHANGES 2   /* of ownership, crashes included */
#endif
#ifndef REFUSALS
#define REFUSALS 2  /* declines, and offers heard that time out: in the end agents are willing */
#endif

mtype = { WAITING, OFFERED, CONNECTED, GONE };

/* The journal. */
mtype state[CONTACTS] = WAITING;
byte with[CONTACTS] = NOBODY;
byte owner = 0;
byte epoch = 1;

/* The outside: what the desk of an agent shows of a contact, and the epoch of the last news. */
typedef Desk { bool rings[CONTACTS]; bool speaks[CONTACTS] }
Desk desk[AGENTS];
byte heard = 0;

byte changes = CHANGES;
byte refusals = REFUSALS;

typedef Memory { byte term; mtype state[CONTACTS]; byte with[CONTACTS] }  /* term 0: nothing known */
Memory slot[2];

#define free(me, a) \
  (!((slot[me].state[0] == OFFERED || slot[me].state[0] == CONNECTED) && slot[me].with[0] == a) && \
   !((slot[me].state[1] == OFFERED || slot[me].state[1] == CONNECTED) && slot[me].with[1] == a))

/* In the slot's memory; the entry is not yet written. */
inline decide(me, next, agent) {
  slot[me].state[c] = next;
  slot[me].with[c] = agent;
  pending = true
}

/* One entry. What the journal takes must follow from what it has: an old owner's would not. */
inline write(me) {
  if
#ifndef NO_FENCE
  :: slot[me].term != epoch -> slot[me].term = 0; pending = false
  :: slot[me].term == epoch ->
#else
  :: true ->
#endif
     assert(slot[me].state[c] != OFFERED || state[c] == WAITING);
     assert(slot[me].state[c] != CONNECTED || (state[c] == OFFERED && with[c] == slot[me].with[c]));
     assert(slot[me].state[c] != WAITING || state[c] == OFFERED);
     assert(state[c] != GONE);
     state[c] = slot[me].state[c];
     with[c] = slot[me].with[c];
     term = slot[me].term
  fi
}

/* What a desk shows of a contact, if the news is not from an owner who was followed by another that was heard. */
inline tell(c, what, who) {
  if
  :: term >= heard ->
     heard = term;
     for (a : 0 .. AGENTS - 1) {
       desk[a].rings[c] = (what == OFFERED && who == a);
       desk[a].speaks[c] = (what == CONNECTED && who == a);
     }
     assert(!(desk[0].speaks[c] && desk[1].speaks[c]));
     a = 0
  :: else
  fi
}

proctype Slot(byte me) {
  byte a = 0, c = 0, i = 0, term = 0, agent = NOBODY;
  mtype what = GONE;
  bool pending = false;
end:
  do
  /* A new owner, or one that comes back: what the journal says, told anew. */
  :: atomic { slot[me].term != epoch && owner == me ->
       slot[me].term = epoch;
       term = epoch;
       for (i : 0 .. CONTACTS - 1) {
         slot[me].state[i] = state[i];
         slot[me].with[i] = with[i];
         tell(i, state[i], with[i])
       }
       i = 0; term = 0 }

  /* Offer what waits to who is free; accept, decline or time out what is offered; end or leave. */
  :: atomic { slot[me].term != 0 && (slot[me].state[0] != GONE || slot[me].state[1] != GONE) ->
       if
       :: slot[me].state[0] != GONE -> c = 0
       :: slot[me].state[1] != GONE -> c = 1
       fi;
       if
       :: slot[me].state[c] == WAITING && free(me, 0) -> decide(me, OFFERED, 0)
       :: slot[me].state[c] == WAITING && free(me, 1) -> decide(me, OFFERED, 1)
       :: slot[me].state[c] == OFFERED && desk[slot[me].with[c]].rings[c] -> decide(me, CONNECTED, slot[me].with[c])
       :: slot[me].state[c] == OFFERED && desk[slot[me].with[c]].rings[c] && refusals > 0 ->
          refusals--; decide(me, WAITING, NOBODY)
       :: slot[me].state[c] == OFFERED && !desk[slot[me].with[c]].rings[c] -> decide(me, WAITING, NOBODY)
       :: slot[me].state[c] == WAITING || slot[me].state[c] == OFFERED || slot[me].state[c] == CONNECTED ->
          decide(me, GONE, NOBODY)
       fi }
     /* Between these steps others act, ownership passes on, and a crash loses what is not yet written or told. */
     if
     :: atomic { slot[me].term != 0 -> write(me) }
     :: atomic { slot[me].term == 0 -> pending = false }
     fi;
     if
     :: atomic { pending && slot[me].term == term ->
          what = slot[me].state[c]; agent = slot[me].with[c];
          tell(c, what, agent);
          what = GONE; agent = NOBODY; pending = false; term = 0; c = 0 }
     :: atomic { !pending || slot[me].term != term -> pending = false; term = 0; c = 0 }
     fi
  od
}

/* Ownership passes on; the old owner may have crashed, or not know it yet. */
proctype Change() {
end:
  do
  :: atomic { changes > 0 ->
       changes--;
       if
       :: slot[owner].term = 0
       :: skip
       fi;
       epoch++;
       if
       :: owner = 1 - owner
       :: skip
       fi }
  od
}

init { atomic { run Slot(0); run Slot(1); run Change() } }

/* Nobody is spoken with twice, and no agent speaks with two. */
ltl alone { [] (!(desk[0].speaks[0] && desk[1].speaks[0]) && !(desk[0].speaks[1] && desk[1].speaks[1])
  && !(desk[0].speaks[0] && desk[0].speaks[1]) && !(desk[1].speaks[0] && desk[1].speaks[1])) }

/* A contact is connected or leaves: none is lost. */
ltl served { (<> (state[0] == CONNECTED || state[0] == GONE)) && (<> (state[1] == CONNECTED || state[1] == GONE)) }
