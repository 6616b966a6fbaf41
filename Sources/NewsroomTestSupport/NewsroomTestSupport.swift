// NewsroomTestSupport
