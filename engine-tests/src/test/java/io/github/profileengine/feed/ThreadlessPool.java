package io.github.profileengine.feed;

/** A program that prints what a subscriber got. It is run in a JVM whose common pool has no threads. */
final class ThreadlessPool {
    private ThreadlessPool() {}

    public static void main(String[] arguments) {
        ChangeFeed feed = new ChangeFeed();
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 3);
        feed.close();
        subscriber.awaitEnd();
        System.out.println(subscriber.sequences + " " + subscriber.ends);
    }
}
